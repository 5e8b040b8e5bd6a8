import { plainTable } from '../../page/page.ts';
import type { Block, Cell, Column, Paragraph } from '../../page/page.ts';
import type { StatusReport } from '../../report/trend/status-report.ts';
import type { Lang } from '../../vocabulary/text.ts';

/** Of the households that look renamed, or have moved, so many are listed; JSON has them all. */
const LISTED = 20;

const CHANGES = {
  zh: { title: '户的变化', corner: '从 ＼ 到', change: '变化', households: '户', persons: '人', cells: '格内：户/人' },
  en: {
    title: 'Households',
    corner: 'from \\ to',
    change: 'Change',
    households: 'Households',
    persons: 'Persons',
    cells: 'in each cell: households/persons',
  },
} as const;

/** The status matrix, the changes that have a name, and the households to look at. */
export function* changesBlocks(changes: StatusReport, lang: Lang): Iterable<Block> {
  const words = CHANGES[lang];
  const cells = { zh: `（${words.cells}）`, en: `(${words.cells})` }[lang];
  yield {
    kind: 'title',
    level: 1,
    text: [{ text: `${words.title} ${changes.from} → ${changes.to}`, tone: 'strong' }, ` ${cells}`],
    isApart: true,
  };
  yield matrixTable(changes, lang);
  yield plainTable(
    [words.change, words.households, words.persons].map((head, at): Column => ({
      head,
      align: at === 0 ? 'left' : 'right',
      room: { as: 'whole' },
    })),
    changes.named.map(({ name, households, personsText }) => [name, String(households), personsText]),
  );
  for (const line of [...vanishedLines(changes, lang), ...renamedLines(changes, lang), ...movedLines(changes, lang)])
    yield { kind: 'paragraph', ...line };
}

/** Households and persons side by side; under each other where that would be too wide. */
function matrixTable(changes: StatusReport, lang: Lang): Block {
  const heads = [CHANGES[lang].corner, ...changes.columns.map(({ name }) => name)];
  const columns = (room: Column['room']): readonly Column[] =>
    heads.map((head, at) => ({ head, align: at === 0 ? 'left' : 'right', room }));
  // Where nearly all statuses occur, their headings are broken before the numbers are.
  const under = plainTable(
    columns({ as: 'lines', heading: 'aside' }),
    matrixRows(changes, (households, persons) => [`${households}/`, persons]),
    { isRuled: true },
  );
  return plainTable(
    columns({ as: 'whole' }),
    matrixRows(changes, (households, persons) => `${households}/${persons}`),
    { otherwise: [under] },
  );
}

const matrixRows = (
  { rows, columns, cells }: StatusReport,
  put: (households: number, persons: string) => Cell,
): readonly (readonly Cell[])[] =>
  rows.map(({ status: from, name }) => [
    name,
    ...columns.map(({ status: to }) => {
      const cell = cells.find((one) => one.from === from && one.to === to);
      return cell ? put(cell.households, cell.personsText) : '';
    }),
  ]);

/** A line below the tables. */
type Said = Pick<Paragraph, 'text' | 'indent'>;

const vanishedLines = ({ vanishedWithVillage, to }: StatusReport, lang: Lang): readonly Said[] =>
  vanishedWithVillage === 0
    ? []
    : [
        {
          text: {
            zh: `消失的户中有 ${vanishedWithVillage} 户，所在的村在 ${to} 的户表里没有任何户：可能少给了文件`,
            en: `${vanishedWithVillage} of the vanished are of villages without any household in ${to}: a file may be missing`,
          }[lang],
        },
      ];

const renamedLines = ({ renamed }: StatusReport, lang: Lang): readonly Said[] =>
  listed(
    { zh: '疑似改号（请核对，未计入以上数字）：', en: 'Ids that look renamed (to be checked; the figures above go by the id):' }[lang],
    renamed.map(({ from, to, village, likenessName }) => `${from} → ${to}  ${village.name}  ${likenessName}`),
    lang,
  );

const movedLines = ({ moved }: StatusReport, lang: Lang): readonly Said[] =>
  listed(
    { zh: '前后两期在不同村的户：', en: 'Households in another village than before:' }[lang],
    moved.map(({ id, from, to }) => `${id}  ${from.name} → ${to.name}`),
    lang,
  );

function listed(title: string, lines: readonly string[], lang: Lang): readonly Said[] {
  if (lines.length === 0) return [];
  const more = lines.length - LISTED;
  const rest = more > 0 ? [{ zh: `还有 ${more} 户（--format json 列出全部）`, en: `${more} more (--format json lists all)` }[lang]] : [];
  return [{ text: title }, ...[...lines.slice(0, LISTED), ...rest].map((text) => ({ text, indent: 2 }))];
}

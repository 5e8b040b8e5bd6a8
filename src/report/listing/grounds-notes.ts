import type { ParameterId } from '../../language/condition.ts';
import { STANDARD_OF } from '../../measure/parameter-standards.ts';
import { columnLabels, parameterName } from '../column-text.ts';
import type { GroundsAsked } from '../../rows/by-grounds.ts';
import type { Grounds, ListKind } from '../../rows/list-kind.ts';
import type { ListedFile } from '../../rows/listed.ts';
import type { Source } from '../../standards/standard.ts';
import { kindOf } from '../../vocabulary/period.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Text } from '../../vocabulary/text.ts';

const inWords = (file: ListedFile): string => (file.sheet === undefined ? file.file : `${file.file} [${file.sheet}]`);

/** What must be said of a list by grounds: by which documents it asked, what a file could not be asked, which numbers nobody gave. */
export function groundsNotes({ from, listed, columns }: ListKind, files: readonly ListedFile[], period: Period): readonly Text[] {
  if (listed.by !== 'grounds') return [];
  const asked = files.flatMap((file) => {
    const here = file.byGrounds?.get(period);
    return here ? [{ file, here }] : [];
  });
  const shown = columns.find(({ id }) => id === 'grounds')?.label;
  const bases = new Map(asked.flatMap(({ here }) => here.schemes).map((scheme) => [scheme.scheme, scheme] as const));
  return [
    ...[...bases.values()].map(({ scheme: { title, source, furtherSource } }): Text => ({
      zh: `按《${title.zh}》逐条核对：${sourceText(source)}${furtherSource ? `；${sourceText(furtherSource)}` : ''}（aid-metrics standards 列出全文）`,
      en: `Checked by "${title.en}": ${sourceText(source)}${furtherSource ? `; ${sourceText(furtherSource)}` : ''} (aid-metrics standards has all of it)`,
    })),
    ...asked.flatMap(({ file, here }) => unaskedNotes(file, here, from, shown)),
    ...(asked.some(({ here }) => here.rows > 0 && here.withoutScheme.length > 0)
      ? [
          {
            zh: '有的地方没有有效的风险消除条件，或不知道在哪个地区（--region），那里的户没有核对',
            en: 'in some places no such scheme is in force, or it is not known where they lie (--region): their households were not checked',
          },
        ]
      : []),
    ...missingNumbers(listed, files, period),
  ];
}

const sourceText = ({ title, issuer, number }: Source): string => [issuer, number, title].filter((part) => part !== undefined).join(' ');

function unaskedNotes(file: ListedFile, { unasked }: GroundsAsked, from: ListKind['from'], shown: Text | undefined): readonly Text[] {
  if (unasked.length === 0) return [];
  const labels = columnLabels(from, [...new Set(unasked.flatMap(({ columns }) => columns))]);
  const grounds = (lang: 'zh' | 'en'): string => unasked.map(({ ground }) => ground.text[lang]).join({ zh: '、', en: ', ' }[lang]);
  return [
    {
      zh: `${inWords(file)} 没有“${labels.zh}”列（或整列空白），没有查${shown ? `${shown.zh}：` : '：'}${grounds('zh')}`,
      en: `${inWords(file)} has no column "${labels.en}" (or it is blank throughout): not asked: ${grounds('en')}`,
    },
  ];
}

/** Numbers that the list compares with and that were not in force for some of its rows. */
function missingNumbers({ grounds }: Grounds, files: readonly ListedFile[], period: Period): readonly Text[] {
  // A limit of time that is not in force is not asked at all; of what is compared, the rows themselves say what they lacked.
  const limits = grounds.flatMap(({ limit }) => limit ?? []);
  const missing = new Set([
    ...files.flatMap(({ asked }) => limits.filter((limit) => asked.get(period)?.without.has(limit))),
    ...files.flatMap(({ byGrounds }) => byGrounds?.get(period)?.missing ?? []),
  ]);
  return [...missing].map((parameter) => notInForce(parameter, period));
}

/** Why a number is not in force: it is one of a year, or nobody has given it. */
export function notInForce(parameter: ParameterId, period: Period): Text {
  if (parameter !== 'monitoring_line' || kindOf(period) === 'year') return howToGive(parameter, period);
  const name = parameterName(parameter);
  return {
    zh: `${name.zh}是年度标准，不判月份 ${period}（annual-standard）。用 --period 选一个年度`,
    en: `the ${name.en} is a mark of the year and judges no month such as ${period} (annual-standard). Choose a year with --period`,
  };
}

/** That a number is not in force, and how the office gives its own. */
function howToGive(parameter: ParameterId, period: Period): Text {
  const name = parameterName(parameter);
  const id = STANDARD_OF[parameter];
  return {
    zh: `${period} 没有有效的${name.zh}（${id}）：全国没有统一的数，由各地文件定。写一个标准文件（id 为 ${id}），用 --standards 文件 --region 代码 给出；样例和说明见 docs/since-2021.md`,
    en: `no ${name.en} (${id}) is in force for ${period}: there is no national one, each region sets its own. Write it into a file of standards under the id ${id} and give it with --standards FILE --region CODE: docs/since-2021.md has an example`,
  };
}

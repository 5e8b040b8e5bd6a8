import type { Lang } from '../../vocabulary/text.ts';
import type { Sheet, SheetCriterion } from '../../report/assess/sheet.ts';
import { Footnotes } from '../../page/footnotes.ts';
import type { Block, MatrixRow, MatrixCriterion } from '../../page/page.ts';
import { lineNames, regionOf } from '../../report/place-names.ts';
import { MET_SIGNS, MET_NAMES } from '../../report/verdict.ts';

/** Acceptance of many places: how many do not pass each criterion, then a line for each place. */
export function* matrixPage(sheets: readonly Sheet[], lang: Lang): Iterable<Block> {
  const say = (zh: string, en: string): string => ({ zh, en })[lang];
  const judged = sheets.filter(({ met }) => met !== undefined);
  const notes = new Footnotes();
  const example = sheets.flatMap(({ place }) => place.village ?? place.county ?? [])[0] ?? '';
  const titles = [
    ...new Set(
      judged.flatMap(({ scheme, date }) =>
        scheme ? [say(`${scheme.title}，按 ${date} 的标准`, `${scheme.title}, as in force on ${date}`)] : [],
      ),
    ),
  ];
  for (const { scheme } of judged) notes.of(scheme?.document);
  yield {
    kind: 'title',
    level: 1,
    tone: 'strong',
    text: say(`退出验收：${regionOf(sheets)} ${sheets[0]?.period ?? ''}`, `Acceptance: ${regionOf(sheets)} ${sheets[0]?.period ?? ''}`),
  };
  yield { kind: 'paragraph', text: titles.join(say('；', '; ')) };
  yield { kind: 'paragraph', text: acceptanceLead(sheets, lang) };
  const criteria = criteriaOf(judged);
  const names = lineNames(sheets, sheets.every(({ place }) => place.village === null) ? 'county' : 'village');
  yield {
    kind: 'matrix',
    isApart: true,
    heads: {
      number: say('项', 'No'),
      criterion: say('标准', 'Criterion'),
      notMet: MET_NAMES.no[lang],
      undetermined: MET_NAMES.undetermined[lang],
      place: say('村', 'Place'),
      verdict: say('结论', 'All'),
      short: say('还差', 'Short by'),
    },
    criteria,
    rows: sheets.map((sheet, at): MatrixRow => ({
      name: names[at]!.name,
      sign: sheet.met && MET_SIGNS[sheet.met],
      signs: criteria.map(({ number }) => {
        const met = sheet.criteria.find((one) => one.number === number)?.met;
        return met && MET_SIGNS[met];
      }),
      short: sheet.criteria.flatMap((criterion) => shortOf(criterion, lang)).join(say('；', '; ')),
      instead: sheet.notJudged,
    })),
  };
  yield {
    kind: 'paragraph',
    isApart: true,
    text: [
      { text: `. ${MET_NAMES.yes[lang]}  ` },
      { sign: 'not-met', text: ` ${MET_NAMES.no[lang]}  ` },
      { sign: 'undetermined', text: ` ${MET_NAMES.undetermined[lang]}  ` },
      { text: `- ${MET_NAMES['not-assessable'][lang]}    ` },
      say(`单个村的验收表：--place ${example}；全部：--each`, `the sheet of one place: --place "${example}"; of all: --each`),
    ],
  };
  const starred = [...new Set(sheets.flatMap(({ amendments }) => amendments))];
  yield { kind: 'notes', notes: notes.all, starred };
}

/** 评定 107 个村：达标 20，未达标 74，不能判定 13；不评 13 */
export function acceptanceLead(sheets: readonly Pick<Sheet, 'met'>[], lang: Lang): string {
  const count = (...kinds: readonly Sheet['met'][]): number => sheets.filter(({ met }) => kinds.includes(met)).length;
  const [met, notMet, open, none] = [count('yes'), count('no'), count('undetermined', 'not-assessable'), count(undefined)];
  const judged = sheets.length - none;
  return {
    zh: `评定 ${judged} 个：达标 ${met}，未达标 ${notMet}，不能判定 ${open}${none > 0 ? `；不评 ${none}` : ''}`,
    en: `${judged} judged: ${met} met, ${notMet} not met, ${open} undetermined${none > 0 ? `; ${none} not judged` : ''}`,
  }[lang];
}

/** Every criterion that some place is judged by, with how many do not pass it. */
function criteriaOf(sheets: readonly Sheet[]): readonly MatrixCriterion[] {
  const found = new Map<number, { label: string; notMet: number; undetermined: number }>();
  for (const { criteria } of sheets) {
    for (const { number, label, met } of criteria) {
      const one = found.get(number) ?? { label, notMet: 0, undetermined: 0 };
      if (met === 'no') one.notMet++;
      if (met === 'undetermined' || met === 'not-assessable') one.undetermined++;
      found.set(number, one);
    }
  }
  return [...found].map(([number, one]) => ({ number, ...one })).toSorted((a, b) => a.number - b.number);
}

/** 3 差 15 人；1 答“否” */
function shortOf({ number, met, parts }: SheetCriterion, lang: Lang): readonly string[] {
  if (met !== 'no') return [];
  const said = parts
    .filter((part) => part.met === 'no')
    .map(({ verdict }) => verdict?.shortfall ?? (verdict ? '' : { zh: '答“否”', en: 'answer "no"' }[lang]))
    .filter((text) => text !== '');
  return said.length === 0 ? [] : [`${number} ${said.join({ zh: '、', en: ', ' }[lang])}`];
}

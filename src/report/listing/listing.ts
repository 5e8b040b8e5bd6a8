import { metrics } from '../../measure/metrics/index.ts';
import type { Input } from '../../tally/tally.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { isNamed } from '../../vocabulary/place.ts';
import { USUAL_TERMS } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { columnLabels } from '../column-text.ts';
import { groundsNotes } from './grounds-notes.ts';
import { groupLines } from './groups.ts';
import { LEFT_OUT_REASONS } from '../../rows/left-out.ts';
import type { ListedFile, ListedRow } from '../../rows/listed.ts';
import type { ListKind } from '../../rows/list-kind.ts';

/** A list as it is written: the rows in the order of the files, and what must be said of the others. */
export interface Listing {
  readonly kind: ListKind;
  readonly lang: Lang;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly inputs: readonly Input[];
  readonly rows: readonly ListedRow[];
  /** How many rows are certainly in the list, and of how many it is not known. */
  readonly listed: number;
  readonly unknown: number;
  /** Whether the rows of which it is not known stand among the others. */
  readonly withUnknown: boolean;
  readonly notes: readonly Text[];
  readonly terms: Terms;
}

export interface ListingOptions {
  readonly lang: Lang;
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly inputs: readonly Input[];
  /** Only rows of a place of this name or code, of whatever level. */
  readonly place: string | undefined;
  readonly withUnknown: boolean;
  readonly notes: readonly Text[];
  /** How the office calls its money. */
  readonly terms?: Terms | undefined;
}

/** The rows of one period, as the files have them. */
export function buildListing(kind: ListKind, files: readonly ListedFile[], options: ListingOptions): Listing {
  const { period, place, withUnknown, lang, asOf, inputs } = options;
  const here = files
    .flatMap(({ rows }) => rows.filter((row) => row.period === period).toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)))
    .filter((row) => place === undefined || isNamed(row.place, place) || row.villages.includes(place));
  const listed = here.filter(({ isCertain }) => isCertain);
  return {
    kind,
    lang,
    period,
    asOf,
    inputs,
    rows: withUnknown ? here : listed,
    listed: listed.length,
    unknown: here.length - listed.length,
    withUnknown,
    terms: options.terms ?? USUAL_TERMS,
    notes: [...options.notes, ...unanswerableNotes(kind, files, period), ...groundsNotes(kind, files, period)],
  };
}

/** What some files cannot answer, said once for each file, in the words of its reader. */
function unanswerableNotes({ from }: ListKind, files: readonly ListedFile[], period: Period): readonly Text[] {
  return files.flatMap(({ file, sheet, unanswerable, notLeftOut, asked }): readonly Text[] => {
    if (!asked.has(period)) return [];
    const name = sheet === undefined ? file : `${file} [${sheet}]`;
    if (notLeftOut) {
      const columns = columnLabels(from, notLeftOut.columns);
      const { whom } = notLeftOut;
      return [
        {
          zh: `${name} 没有“${columns.zh}”列（或整列空白）：${whom.zh}没有剔除，可能也在名单里`,
          en: `${name} has no column "${columns.en}" (or it is blank throughout): ${whom.en} could not be left out and may be in the list`,
        },
      ];
    }
    if (unanswerable.length === 0) return [];
    const columns = columnLabels(from, [...new Set(unanswerable.flatMap((one) => one.columns))]);
    const metrics = unanswerable.flatMap(({ metric }) => metric ?? []);
    return [
      metrics.length === 0
        ? {
            zh: `${name} 没有“${columns.zh}”列，没有列入`,
            en: `${name} has no column "${columns.en}": its rows are not in the list`,
          }
        : {
            zh: `${name} 算不出 ${metrics.join('、')}（没有“${columns.zh}”列）`,
            en: `${name} cannot answer ${metrics.join(', ')} (no column "${columns.en}")`,
          },
    ];
  });
}

/** What a list ends with: how many rows, and how many more of which it is not known. */
export function closingLines(listing: Listing): readonly Text[] {
  const { kind, listed, unknown, withUnknown } = listing;
  const projects = kind.from === 'projects';
  if (kind.listed.by === 'left-out')
    return [listed === 0 ? { zh: '没有不计入的户。', en: 'No household is left out.' } : total(entries(listed))];
  const noun = nounOf(kind);
  const first: Text =
    listed === 0
      ? { zh: `没有${projects ? '这样的项目' : '这样的户'}。`, en: `No such ${projects ? 'project' : 'household'}.` }
      : total(noun(listed));
  const groups = groupLines(listing);
  if (unknown === 0) return [first, ...groups];
  const hint = withUnknown ? { zh: '', en: '' } : { zh: '（--unknown 一并列出）', en: ' (--unknown lists them too)' };
  const [word, verb] = unknown === 1 ? ['', 'has'] : ['s', 'have'];
  const more = `${unknown} more ${projects ? 'project' : 'household'}${word} ${verb} an unknown answer${hint.en}.`;
  return [first, ...groups, { zh: `另有 ${noun(unknown).zh}不清楚${hint.zh}。`, en: more }];
}

const total = ({ zh, en }: Text): Text => ({ zh: `共 ${zh}。`, en: `${en} in all.` });

const entries = (count: number): Text => ({ zh: `${count} 条`, en: `${count} ${count === 1 ? 'entry' : 'entries'}` });

const nounOf =
  ({ from }: ListKind) =>
  (count: number): Text =>
    from === 'projects'
      ? { zh: `${count} 个项目`, en: `${count} ${count === 1 ? 'project' : 'projects'}` }
      : { zh: `${count} 户`, en: `${count} ${count === 1 ? 'household' : 'households'}` };

/** How many a list holds: 196 户，另有 6 户不清楚 */
export function countText({ kind, listed, unknown }: Listing): Text {
  if (kind.listed.by === 'left-out') return entries(listed);
  const noun = nounOf(kind);
  const first = noun(listed);
  return unknown === 0 ? first : { zh: `${first.zh}，另有 ${noun(unknown).zh}不清楚`, en: `${first.en}, ${unknown} more not known` };
}

/** One line of the ledger in numbers. */
interface LedgerLine {
  readonly leftOut: NonNullable<ListedRow['leftOut']>;
  readonly households: number;
}

/** The ledger in numbers: for each rate and reason, how many households. What is left out of all rates comes first, then the rates in their order. */
export function ledgerOf(rows: readonly ListedRow[]): readonly LedgerLine[] {
  const counted = new Map<string, LedgerLine>();
  for (const { leftOut } of rows) {
    if (!leftOut) continue;
    const key = `${leftOut.metric?.id ?? ''} ${leftOut.reason}`;
    counted.set(key, { leftOut, households: (counted.get(key)?.households ?? 0) + 1 });
  }
  const rank = ({ leftOut }: LedgerLine): readonly [number, number] => [
    metrics.findIndex(({ id }) => id === leftOut.metric?.id),
    LEFT_OUT_REASONS.indexOf(leftOut.reason),
  ];
  return [...counted.values()].toSorted((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1]);
}

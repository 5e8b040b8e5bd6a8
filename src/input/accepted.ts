import { UserError } from '../errors.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import { cellText, comparable, halfWidth, isBlank } from './cell.ts';
import { FINDING_KINDS } from './findings.ts';
import type { Finding } from './finding.ts';
import { cut } from './limits.ts';
import { recordFiles } from './record-file.ts';
import type { Source } from './source.ts';
import { readDate } from './values/date.ts';

/** A finding that somebody knows of and has a reason for. */
export interface AcceptedFinding {
  readonly code: string;
  /** What the finding is about, as it says it; without the period it holds for every period. */
  readonly key: string;
  readonly reason: string;
  /** The last day on which it is accepted; without one for good. */
  readonly until: IsoDate | undefined;
}

const HEADINGS = {
  code: ['code', 'finding', 'finding code', '问题代码', '代码'],
  key: ['key', '对象', '主键', '户编号'],
  reason: ['reason', '理由', '原因', '说明'],
  until: ['until', '截止', '截止日期', '有效期至'],
} as const;
type Heading = keyof typeof HEADINGS;

/** Nobody has given a reason for more. */
const MOST_ACCEPTED = 2_000_000;

/** Reads a file of accepted findings: code, key, reason, until. Throws a UserError that names the row when one is not as it must be. */
export async function readAccepted(source: Source): Promise<readonly AcceptedFinding[]> {
  const [ways] = await recordFiles(source, {});
  for (const file of ways ?? []) {
    const rows: (readonly string[])[] = [];
    for await (const batch of file.records()) {
      for (const record of batch.records) rows.push(record);
      if (rows.length > MOST_ACCEPTED)
        throw new UserError({
          zh: `${source.file}：接受清单超过 ${MOST_ACCEPTED} 行`,
          en: `${source.file}: a list of accepted findings has at most ${MOST_ACCEPTED} rows`,
        });
    }
    const at = columnsOf(rows[0] ?? []);
    if (at.code === -1 || at.key === -1 || at.reason === -1) continue;
    return rows.slice(1).flatMap((cells, index) => (cells.every(isBlank) ? [] : [acceptedOf(source.file, index + 2, cells, at)]));
  }
  throw new UserError({
    zh: `${source.file}：接受清单需要 code、key、reason 三列（until 可选），如 evidence-differs,大桥村 2020,已复核,2021-12-31`,
    en: `${source.file}: a list of accepted findings has the columns code, key, reason (and until, if you like), such as evidence-differs,Millbrook 2020,checked,2021-12-31`,
  });
}

function columnsOf(header: readonly string[]): Readonly<Record<Heading, number>> {
  const named = header.map(comparable);
  const find = (heading: Heading): number => named.findIndex((name) => HEADINGS[heading].some((writing) => comparable(writing) === name));
  return { code: find('code'), key: find('key'), reason: find('reason'), until: find('until') };
}

function acceptedOf(file: string, row: number, cells: readonly string[], at: Readonly<Record<Heading, number>>): AcceptedFinding {
  const [code, key, reason, until] = (['code', 'key', 'reason', 'until'] as const).map((heading) => cellText(cells[at[heading]] ?? '')) as [
    string,
    string,
    string,
    string,
  ];
  const wrong = (zh: string, en: string): UserError =>
    new UserError({ zh: `${file} 第 ${row} 行：${zh}`, en: `${file} row ${row}: ${en}` });
  if (!Object.hasOwn(FINDING_KINDS, code)) throw wrong(`没有问题代码“${code}”`, `there is no finding code "${code}"`);
  if (key === '' || reason === '') throw wrong('对象和理由都要填写', 'key and reason must both be given');
  const day = until === '' ? undefined : readDate(halfWidth(until).replaceAll(' ', ''));
  if (until !== '' && day === undefined) throw wrong(`截止日期“${until}”不是日期`, `until "${until}" is not a date`);
  return { code, key, reason: cut(reason, LONGEST_REASON), until: day };
}

const LONGEST_REASON = 200;

/** Marks the findings that are accepted on the given day. */
export function acceptBy(accepted: readonly AcceptedFinding[], today: IsoDate): (finding: Finding) => Finding {
  const inForce = accepted.filter(({ until }) => until === undefined || until >= today);
  const byKey = new Map<string, number>();
  for (const [index, { code, key }] of inForce.entries()) {
    const name = `${code} ${key}`;
    if (!byKey.has(name)) byKey.set(name, index);
  }
  /** The first entry that accepts a finding: by its whole key, or by the words with which it begins. */
  const entryOf = ({ code, key }: Finding): AcceptedFinding | undefined => {
    if (key === undefined) return undefined;
    let first: number | undefined;
    for (let end = key.length; end !== -1; end = end === 0 ? -1 : key.lastIndexOf(' ', end - 1)) {
      const index = byKey.get(`${code} ${key.slice(0, end)}`);
      if (index !== undefined && (first === undefined || index < first)) first = index;
    }
    return first === undefined ? undefined : inForce[first];
  };
  return (finding) => {
    const entry = entryOf(finding);
    return entry ? { ...finding, accepted: entry.reason } : finding;
  };
}

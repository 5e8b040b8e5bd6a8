import { maskIdentityNumbers, maskPlaceCode } from '../../input/mask.ts';
import { countedFacts, countedNumbers, toldBy } from '../../measure/counted-facts.ts';
import { measure } from '../../measure/measure.ts';
import { isHidden, withAllPlaces } from '../../measure/small-places.ts';
import { isOfCounty, isOfProjects, isOfVillage } from '../../tally/tally.ts';
import type { Query } from '../../measure/measured.ts';
import type { Metric } from '../../measure/metric.ts';
import { estimatorOf } from '../../measure/estimators/index.ts';
import { VillageView } from '../../measure/village-view.ts';
import type { Input, Tallies, Tally } from '../../tally/tally.ts';
import { factKey } from '../../language/fact.ts';
import type { Level } from '../../vocabulary/place.ts';
import { isNamed, placeAt, placeKey } from '../../vocabulary/place.ts';
import type { Period } from '../../vocabulary/period.ts';
import { yearBefore } from '../../vocabulary/period.ts';
import { USUAL_TERMS } from '../../vocabulary/terms.ts';
import type { Terms } from '../../vocabulary/terms.ts';
import type { Lang, Text } from '../../vocabulary/text.ts';
import { answeredFactOf } from '../../rows/left-out.ts';
import { buildReport } from '../report.ts';
import type { ReportCell, ReportPlace } from '../report.ts';
import { printedPlace } from '../../rows/printed.ts';
import { bucketKey } from '../../rows/behind.ts';
import type { GatheredRow, RowsBehind } from '../../rows/behind.ts';

export const PARTS = ['numerator', 'denominator', 'left-out', 'unknown'] as const;
export type PartId = (typeof PARTS)[number];

/** The rows of one part of a number, and what they add up to, in smallest units. */
export interface ExplainedPart {
  readonly part: PartId;
  readonly rows: readonly GatheredRow[];
  /** Of a part that counts different names, how many there are. Nothing where the rows do not add up to the part. */
  readonly sum: bigint | undefined;
}

/** A number at a place, with the rows that it is made of. */
export interface ExplainedPlace {
  readonly place: ReportPlace['place'];
  readonly name: string;
  readonly cell: ReportCell;
  readonly parts: readonly ExplainedPart[];
  /** Households that the village declares and that have no row. */
  readonly absentHouseholds: bigint;
  /** The whole of the files, for what stands at a larger place than the others. */
  readonly isTotal: boolean;
}

/** A number and everything behind it. */
export interface Explanation {
  readonly metric: Metric;
  readonly lang: Lang;
  readonly period: Period;
  readonly by: Level;
  readonly inputs: readonly Input[];
  readonly places: readonly ExplainedPlace[];
  readonly notes: readonly Text[];
  readonly terms: Terms;
}

export interface ExplainOptions extends Pick<Query, 'period' | 'evidence' | 'limits'> {
  readonly lang: Lang;
  readonly by: Level;
  readonly place: string | undefined;
  readonly terms?: Terms | undefined;
  readonly notes: readonly Text[];
}

/** Sets beside each number of a metric the rows that it counts, leaves out, or knows no answer of. */
export function explain(metric: Metric, tallies: Tallies, gathered: RowsBehind, options: ExplainOptions): Explanation {
  const { period, by, place, lang, notes, evidence, terms = USUAL_TERMS } = options;
  const query = { period, metrics: [metric], evidence, limits: options.limits };
  const measurement = measure(tallies, { ...query, by });
  const report = buildReport(measurement, tallies, [metric], { lang, by, terms, findings: { errors: 0, warnings: 0 }, notes: [] });
  const withValue = new Set(
    measure(withAllPlaces(tallies), { ...query, by: 'village' }).places.flatMap(({ place: at, measured }) =>
      measured[0]!.villages.used > 0 ? [placeKey(at)] : [],
    ),
  );
  const run: Run = { metric, tallies: tallies.tallies, isShown: isShownIn(tallies), gathered, withValue, options };
  // A smaller place than the rows of the report means the one that holds it, with its own rows alone.
  const isSmaller = place !== undefined && !measurement.places.some(({ place: at }) => isNamed(at, place));
  const named = membersOf(run).filter((tally) => place === undefined || isNamed(tally.place, place));
  const holding = new Set(named.map((tally) => placeKey(placeAt(tally.place, by))));
  const places = measurement.places.flatMap(({ place: at }, index): ExplainedPlace[] => {
    if (place !== undefined && !(isSmaller ? holding.has(placeKey(at)) : isNamed(at, place))) return [];
    const inside = isSmaller ? named : membersOf(run);
    const members = inside.filter((tally) => !standsAbove(tally, by) && placeKey(placeAt(tally.place, by)) === placeKey(at));
    return [explained(run, report.places[index]!, members, false)];
  });
  const all = membersOf(run);
  const total = place === undefined && all.some((tally) => standsAbove(tally, by)) ? [explained(run, report.total, all, true)] : [];
  const chosenNote =
    isSmaller && places.length > 0
      ? [
          {
            zh: `${place} 是更小的地方：下面是它所在的 ${places.map(({ name }) => name).join('、')} 的数字，只列 ${place} 的行`,
            en: `${place} is a smaller place: below is the number of ${places.map(({ name }) => name).join(', ')}, in which it lies, with the rows of ${place} alone`,
          },
        ]
      : [];
  return { metric, lang, period, by, inputs: tallies.inputs, places: [...places, ...total], notes: [...notes, ...chosenNote], terms };
}

const isShownIn =
  (tallies: Tallies) =>
  ({ place }: GatheredRow): boolean =>
    place.village === undefined || !isHidden(tallies, 'village', place);

interface Run {
  readonly metric: Metric;
  readonly tallies: readonly Tally[];
  readonly gathered: RowsBehind;
  /** Rows of a village that is not shown for itself are counted and not named. */
  readonly isShown: (row: GatheredRow) => boolean;
  /** The villages that have a number: only they count in that of a larger place. */
  readonly withValue: ReadonlySet<string>;
  readonly options: ExplainOptions;
}

const membersOf = ({ metric, tallies, options: { period } }: Run): readonly Tally[] =>
  tallies.filter((tally) => tally.period === period && STANDS_BEHIND[metric.of ?? 'villages'](tally));

/** Which tallies a metric is made of. What a county does not say of itself, its villages may. */
const STANDS_BEHIND = {
  villages: isOfVillage,
  projects: isOfProjects,
  evaluation: (tally: Tally): boolean => isOfCounty(tally) || isOfVillage(tally),
} as const;

/** Projects of a larger place than the rows of the report count in the total alone. */
const standsAbove = (tally: Tally, by: Level): boolean => by !== 'all' && tally.place[by] === undefined && !isOfVillage(tally);

function explained(run: Run, { place, name, cells }: ReportPlace, members: readonly Tally[], isTotal: boolean): ExplainedPlace {
  const cell = cells[0]!;
  const villages = members.map((member) => rowsOfVillage(run, member));
  // A village without a number of its own is not in that of the place, unless the place has none either.
  const counts = (tally: Tally): boolean => run.metric.of !== undefined || cell.value === null || run.withValue.has(placeKey(tally.place));
  const counted = villages.filter((_, index) => counts(members[index]!));
  const part = (id: PartId, rows: readonly GatheredRow[]): ExplainedPart => ({
    part: id,
    rows: rows.filter(run.isShown),
    sum: run.metric.unsummed
      ? undefined
      : id === 'denominator' && rows.some(({ fact }) => fact.personal)
        ? distinctNames(rows)
        : sumOf(rows),
  });
  return {
    place: Object.fromEntries(
      Object.entries(place).map(([column, value]) => [
        column,
        value === null ? null : (column === 'village_code' ? maskPlaceCode : maskIdentityNumbers)(value),
      ]),
    ) as ReportPlace['place'],
    name: maskIdentityNumbers(name),
    cell,
    parts: [
      part(
        'numerator',
        counted.flatMap(({ numerator }) => numerator),
      ),
      ...(run.metric.denominator
        ? [
            part(
              'denominator',
              counted.flatMap(({ denominator }) => denominator),
            ),
          ]
        : []),
      part(
        'left-out',
        counted.flatMap(({ leftOut }) => leftOut),
      ),
      part(
        'unknown',
        villages.flatMap(({ unknown }) => unknown),
      ),
    ],
    absentHouseholds: villages.reduce((sum, { absent }) => sum + absent, 0n),
    isTotal,
  };
}

const sumOf = (rows: readonly GatheredRow[]): bigint => rows.reduce((sum, { weight }) => sum + (weight ?? 0n), 0n);

/** How many different persons rows name. */
const distinctNames = (rows: readonly GatheredRow[]): bigint => BigInt(new Set(rows.flatMap(({ names }) => names)).size);

interface VillageRows {
  readonly numerator: readonly GatheredRow[];
  readonly denominator: readonly GatheredRow[];
  readonly leftOut: readonly GatheredRow[];
  readonly unknown: readonly GatheredRow[];
  readonly absent: bigint;
}

function rowsOfVillage({ metric, tallies, gathered, options }: Run, tally: Tally): VillageRows {
  const { period, evidence: policy } = options;
  const at = (one: Tally): AtVillage => ({
    view: new VillageView(one, { policy }),
    rows: gathered.get(bucketKey(printedPlace(one.place), one.period)) ?? new Map<string, readonly GatheredRow[]>(),
  });
  const now = at(tally);
  const behind = metric.otherwise?.in(now.view) ? metric.otherwise.behind : metric.behind;
  const { isOverYears } = estimatorOf(metric);
  const { numerator, denominator = isOverYears ? numerator : [], leftOut = [], unknown = [] } = behind;
  const told = toldBy(metric);
  const base = tallies.find((one) => one.period === yearBefore(period) && placeKey(one.place) === placeKey(tally.place));
  const before = isOverYears && base ? at(base) : undefined;
  const below = isOverYears ? before : now;
  const answered = answeredFactOf(denominator);
  const isRate = answered !== undefined && countedFacts(denominator, now.view, told).some((key) => key.endsWith('_no'));
  // A rate of household rows tells itself which of them it does not count.
  const ofRate = isRate ? (now.rows.get(factKey(answered)) ?? []) : undefined;
  const counted = (from: AtVillage | undefined, keys: readonly string[]): readonly GatheredRow[] =>
    from === undefined ? [] : countedFacts(keys, from.view, told).flatMap((key) => from.rows.get(key) ?? []);
  const takenAway = [now, before].flatMap((from) =>
    from === undefined ? [] : countedNumbers(leftOut, from.view, told).flatMap((key) => from.rows.get(key) ?? []),
  );
  const [above, under] = [counted(now, numerator), counted(below, denominator)];
  return {
    numerator: above.filter(isCounted),
    denominator: under.filter(isCounted),
    leftOut: ofRate?.filter(({ answer }) => answer === 'left-out') ?? takenAway.filter(isCounted),
    unknown: ofRate?.filter(isUnknown) ?? once([...above, ...under, ...takenAway, ...counted(now, unknown)].filter(isUnknown)),
    absent: usesHouseholds(now.view, [...numerator, ...denominator], told) ? now.view.absentHouseholds : 0n,
  };
}

const isCounted = ({ answer }: GatheredRow): boolean => answer === 'yes';
const isUnknown = ({ answer }: GatheredRow): boolean => answer === 'unknown';

interface AtVillage {
  readonly view: VillageView;
  readonly rows: ReadonlyMap<string, readonly GatheredRow[]>;
}

const usesHouseholds = (view: VillageView, keys: readonly string[], told: readonly string[]): boolean =>
  countedFacts(keys, view, told).some((key) => key.startsWith('evidence.'));

/** Each row once, however many facts of the number it leaves open for the same reason. */
function once(rows: readonly GatheredRow[]): readonly GatheredRow[] {
  const seen = new Map<string, GatheredRow>();
  for (const row of rows) {
    const key = [row.file, row.sheet ?? '', row.row ?? row.id, ...row.unknown.map(({ column }) => column)].join('\u001f');
    if (!seen.has(key)) seen.set(key, row);
  }
  return [...seen.values()];
}

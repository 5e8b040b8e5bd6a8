import type { Parameters } from '../../language/condition.ts';
import { toPredicate } from '../../language/readings/holds.ts';
import type { Row } from '../../language/row.ts';
import { listIn, wordIn } from '../../language/row.ts';
import { kept, monitored } from '../../tables/households/definitions.ts';
import type { HouseholdCondition } from '../../tables/households/definitions.ts';
import { daysAfter, daysBetween, monthsAfter } from '../../vocabulary/moment.ts';
import type { IsoDate } from '../../vocabulary/period.ts';
import { isIsoDate } from '../../vocabulary/period.ts';
import { dayColumn } from '../day-column.ts';
import { defineList, groundsColumn } from '../list-kind.ts';
import type { Figure, Ground } from '../list-kind.ts';

const recognitionDays = { days: { parameter: 'recognition_days' } } as const;
const measuresMonths = { months: { parameter: 'measures_months' } } as const;

/** Recognised too late. Before the last day is past nobody is late; afterwards, without a day, it may also be that the clue came to nothing. */
const recognisedLate: HouseholdCondition = {
  all: [
    { longerThan: recognitionDays, from: 'clue_on', to: 'as_of' },
    { longerThan: recognitionDays, from: 'clue_on', to: 'identified_on' },
  ],
};

/** Measures that are there without a day may have come in time; where there are none yet, they are late. */
const noMeasureYet: HouseholdCondition = { statement: { not: { hasItems: 'measures' } }, doubtedBy: { hasItems: 'measures' } };
const measuresLate: HouseholdCondition = {
  all: [
    monitored,
    { longerThan: measuresMonths, from: 'identified_on', to: 'as_of' },
    { firstKnown: [{ longerThan: measuresMonths, from: 'identified_on', to: 'measures_on' }, noMeasureYet] },
  ],
};

/** A household that nobody gave a clue of, and that is not monitored, has no step to be late with. */
const concerned: HouseholdCondition = { all: [kept, { any: [monitored, { known: 'clue_on' }], someSuffice: true }] };

const GROUNDS: readonly Ground[] = [
  { code: 'recognition', text: { zh: '识别认定', en: 'recognition' }, where: recognisedLate, limit: 'recognition_days' },
  { code: 'measures', text: { zh: '落实措施', en: 'measures' }, where: measuresLate, limit: 'measures_months' },
];

const [isRecognisedLate, areMeasuresLate] = [toPredicate(recognisedLate), toPredicate(measuresLate)];

/** How many days late something was done, or is at the day to judge at; nothing where it is in time or a day is not known. */
function late(due: IsoDate | undefined, done: string | undefined): Figure | undefined {
  if (due === undefined || done === undefined || !isIsoDate(done) || done <= due) return undefined;
  return { kind: 'number', value: BigInt(daysBetween(due, done)) };
}

function due(row: Row, column: string, length: bigint | undefined, after: typeof daysAfter): IsoDate | undefined {
  const day = wordIn(row, column);
  return day === undefined || length === undefined || !isIsoDate(day) ? undefined : after(day, Number(length));
}

function measuresDone(row: Row, { as_of: asOf }: Parameters): string | undefined {
  const none = listIn(row, 'measures')?.length === 0;
  return wordIn(row, 'measures_on') ?? (none ? asOf : undefined);
}

/** Households recognised, or given measures, later than a document of their region allows. */
export const lateSteps = defineList({
  id: 'late-steps',
  from: 'households',
  title: { zh: '识别认定或落实措施逾期的户', en: 'Households recognised late, or helped late' },
  listed: { by: 'grounds', among: concerned, grounds: GROUNDS },
  columns: [
    groundsColumn({ zh: '逾期', en: 'Late' }, GROUNDS),
    dayColumn('clue_on', { zh: '发现线索', en: 'Clue' }),
    dayColumn('identified_on', { zh: '识别时间', en: 'Identified' }),
    dayColumn('measures_on', { zh: '落实措施', en: 'Measures' }),
    {
      id: 'recognition_days_late',
      label: { zh: '识别逾期天数', en: 'Days late, recognised' },
      holds: 'number',
      reads: ['clue_on', 'identified_on'],
      of: (row, parameters) =>
        isRecognisedLate(row, parameters) === true
          ? late(due(row, 'clue_on', parameters.recognition_days, daysAfter), wordIn(row, 'identified_on'))
          : undefined,
    },
    {
      id: 'measures_days_late',
      label: { zh: '措施逾期天数', en: 'Days late, measures' },
      holds: 'number',
      reads: ['identified_on', 'measures_on', 'measures', 'monitoring_type'],
      of: (row, parameters) =>
        areMeasuresLate(row, parameters) === true
          ? late(due(row, 'identified_on', parameters.measures_months, monthsAfter), measuresDone(row, parameters))
          : undefined,
    },
  ],
});

import { amountIn, rowOf, wordIn } from '../../language/row.ts';
import { projects } from '../../tables/projects/table.ts';
import type { Amount, Time } from '../../language/column.ts';
import type { Row } from '../../language/row.ts';
import type { Finding, Found } from '../../input/finding.ts';
import { comparableName } from '../../input/cell.ts';
import type { OpenedTable } from '../../input/open-table.ts';
import { originOf } from '../../input/record-file.ts';
import type { ReadRow } from '../../input/read-row.ts';
import { toDecimal } from '../../vocabulary/fraction.ts';
import { comparePeriods, periodEnd, periodStart } from '../../vocabulary/period.ts';
import type { IsoDate, Period } from '../../vocabulary/period.ts';
import { liesIn, lowestCommonPlace } from '../../vocabulary/place.ts';
import type { Place } from '../../vocabulary/place.ts';
import { Accumulator } from '../accumulator.ts';
import type { DatedNumbers } from '../dated-numbers.ts';
import { duplicateFinding } from '../duplicates.ts';
import type { Fact } from '../../language/fact.ts';
import { withDerived } from '../../tables/projects/money-columns.ts';
import { moneyUpTo, withMoneyToDate } from './project-state.ts';
import type { Flow } from './project-state.ts';
import type { TallyPlan } from '../plan.ts';
import type { Told } from '../told.ts';
import { writtenPlace } from '../places/row-places.ts';
import type { FileAnswers } from '../engines/files/file-rows.ts';
import type { PlacedRow } from '../places/row-places.ts';
import type { Tally, Unplaced } from '../tally.ts';

/** A project row, held until all are known: which of them is a project's latest can only be told then. */
interface HeldProject extends ReadRow {
  readonly counter: ProjectCounter;
  readonly counts: boolean;
  readonly period: Period | undefined;
  /** The villages that it names. */
  readonly villages: readonly Place[];
  /** The lowest place that holds all of them, or the one that is written where none is named. */
  readonly place: Place | undefined;
}

/** Judges the rows of one project file against the rest of the run, and holds them. */
export class ProjectCounter {
  accepted = 0;
  rejected = 0;
  shorter = 0;
  respelled = 0;
  firstRespelled: PlacedRow['respelled'];
  readonly file: OpenedTable;
  readonly found: Found;
  readonly rows: HeldProject[] = [];
  readonly #told: Told;
  readonly #from: number;

  constructor(file: OpenedTable, told: Told, found: Found) {
    this.file = file;
    this.found = found;
    this.#told = told;
    this.#from = told.duplicates.begin(file);
  }

  /** Takes one row, in the order of the file. */
  take(read: ReadRow): void {
    const { row, position, key, rejected, shifted } = read;
    let counts = !rejected && !shifted;
    const at = { ...originOf(this.file), ...position, key: key() };
    const villages: Place[] = [];
    let placed = !shifted;
    const project = rowOf(projects, row);
    for (const village of shifted ? [] : (project.village ?? [])) {
      const { finding, place, shorter, respelled } = this.#told.places.placeOf({ ...writtenPlace(row), village });
      if (shorter) this.shorter++;
      if (respelled) {
        this.respelled++;
        this.firstRespelled ??= respelled;
      }
      if (finding?.severity === 'error') counts = false;
      if (finding) this.found({ ...at, ...finding });
      if (place) {
        villages.push(place);
        this.#told.firstRows.note(place, { ...originOf(this.file), ...position });
      }
      if (!place) placed = false;
    }
    const period = shifted ? undefined : project.period;
    if (period !== undefined) this.#told.periods.see(period, this.file, position, key);
    const id = project.project_id;
    const twin =
      id !== undefined && period !== undefined
        ? this.#told.duplicates.twinOf(`projects ${period}`, comparableName(id), this.#from, position.row)
        : undefined;
    if (twin) {
      counts = false;
      this.found({ ...at, ...duplicateFinding('projects', row, twin) });
    }
    if (counts) this.accepted++;
    else this.rejected++;
    const place = placed ? this.#placeOf(row, villages) : undefined;
    this.rows.push({ ...read, row: shifted ? {} : row, counter: this, counts, period, villages, place });
  }

  #placeOf(row: Row, villages: readonly Place[]): Place {
    if (villages.length > 0) return lowestCommonPlace(villages);
    return this.#told.places.areaOf(writtenPlace({ ...row, village: undefined }));
  }
}

/** The sums of a project file: what flowed, what stands, and what is shared by villages. */
interface Sums {
  readonly flow: Accumulator;
  readonly stock: Accumulator;
  readonly sharedFlow: Accumulator;
  readonly sharedStock: Accumulator;
}

/**
 * Adds up the projects of all files. What flowed belongs to the period of its row. The state of a period is that of each project's latest row
 * up to the day at which the period is judged. `periods` are those of the other tables; `known` are the villages of the run.
 */
export function tallyProjects(
  counters: readonly ProjectCounter[],
  plan: TallyPlan,
  numbers: DatedNumbers,
  periods: readonly Period[],
  known: readonly Place[],
  answers: ReadonlyMap<ProjectCounter, FileAnswers>,
): { readonly tallies: readonly Tally[]; readonly unplaced: readonly Unplaced[] } {
  const rows = counters.flatMap((counter) => counter.rows);
  const projects = byProject(rows);
  projects.forEach(findExcess);
  const facts = plan.facts.filter(({ from }) => from === 'projects');
  if (facts.length === 0) return { tallies: [], unplaced: [] };
  const asOf = (period: Period): IsoDate => plan.asOf ?? periodEnd(period);
  const sums = new Map(counters.map((counter) => [counter, sumsOf(counter.file, facts, numbers)]));
  const villagesOf = ({ villages, place }: HeldProject): readonly Place[] =>
    villages.length > 0 ? villages : known.filter((village) => liesIn(village, place!));

  const count = (held: HeldProject, row: Row, period: Period | undefined, time: Time): void => {
    const { flow, stock, sharedFlow, sharedStock } = sums.get(held.counter)!;
    const [own, shared] = time === 'flow' ? [flow, sharedFlow] : [stock, sharedStock];
    const { place } = held;
    if (!held.counts || place === undefined || period === undefined) {
      own.reject(row, place, period, held.swallowsRest);
      return;
    }
    own.add(row, place, period);
    if (place.village === undefined) for (const village of villagesOf(held)) shared.add(row, village, period);
    answers.get(held.counter)?.take({ ...held, row, place, period }, time);
  };

  for (const held of rows) count(held, held.row, held.period, 'flow');
  const all = new Set([...periods, ...(plan.period === undefined ? [] : [plan.period]), ...rows.flatMap(({ period }) => period ?? [])]);
  for (const period of [...all].toSorted(comparePeriods)) {
    for (const project of projects) {
      const latest = project.findLast((held) => periodStart(held.period!) <= asOf(period));
      if (latest) count(latest, withMoneyToDate(stateAt(latest.row, asOf(period)), project.map(flowOf), asOf(period)), period, 'stock');
    }
  }
  // A row that does not say of which project or period it is may be the latest of any, in any period.
  for (const held of rows) if (!isOfProject(held)) count(held, held.row, undefined, 'stock');
  const finished = [...sums].flatMap(([{ file }, { flow, stock, sharedFlow, sharedStock }]) =>
    [flow, stock, sharedFlow, sharedStock].map((accumulator) => accumulator.finish(file.sha256)),
  );
  return { tallies: finished.flatMap(({ tallies }) => tallies), unplaced: finished.flatMap(({ unplaced }) => unplaced) };
}

function sumsOf(file: OpenedTable, facts: readonly Fact[], numbers: DatedNumbers): Sums {
  const has = withDerived(new Set(file.headings.map(({ column }) => column)));
  const of = (time: Fact['time'], shared: boolean): Accumulator =>
    new Accumulator(
      facts.filter((fact) => fact.time === time && (fact.shared === true) === shared),
      has,
      numbers,
    );
  return { flow: of('flow', false), stock: of('stock', false), sharedFlow: of('flow', true), sharedStock: of('stock', true) };
}

const isOfProject = ({ row, period }: HeldProject): boolean => typeof row.project_id === 'string' && period !== undefined;

/** The rows of each project, earliest first; of two rows of one period, the one that counts comes last. */
function byProject(rows: readonly HeldProject[]): readonly (readonly HeldProject[])[] {
  const byId = new Map<string, HeldProject[]>();
  for (const held of rows.filter(isOfProject)) {
    const id = comparableName(wordIn(held.row, 'project_id')!);
    const known = byId.get(id);
    if (known) known.push(held);
    else byId.set(id, [held]);
  }
  return [...byId.values()].map((project) =>
    project.toSorted((a, b) => comparePeriods(a.period!, b.period!) || Number(a.counts) - Number(b.counts)),
  );
}

/** A project as it stood on a day: one that was completed later was still under way. */
function stateAt(row: Row, day: IsoDate): Row {
  if (typeof row.completed_on !== 'string') return row;
  if (row.completed_on > day) return row.status === 'completed' ? { ...row, status: 'under-way' } : row;
  return row.status === undefined ? { ...row, status: 'completed' } : row;
}

/** What a row says of money; nothing where it is rejected. */
const flowOf = ({ row, period, counts }: HeldProject): Flow => ({
  period: period!,
  received: counts ? amountIn(row, 'received_yuan') : undefined,
  spent: counts ? amountIn(row, 'spent_yuan') : undefined,
});

/** What a project may not do over all its periods together: spend more than it received, receive more than was planned. */
function findExcess(project: readonly HeldProject[]): void {
  const sound = project.filter(({ counts }) => counts);
  const report = (held: HeldProject, code: Finding['code'], column: string, part: Amount, whole: Amount): void => {
    const { counter, position, key } = held;
    const [partsValue, wholeValue] = [part, whole].map(({ amount }) => toDecimal({ numerator: amount, denominator: 100n }, 2)) as [
      string,
      string,
    ];
    counter.found({
      code,
      severity: 'warning',
      ...originOf(counter.file),
      ...position,
      key: key(),
      column,
      value: partsValue,
      arguments: { partsValue, wholeValue },
    });
  };
  for (const [index, held] of sound.entries()) {
    // The row of a year stands for its months: they are never added to it.
    const money = moneyUpTo(sound.slice(0, index + 1).map(flowOf), periodEnd(held.period!));
    const [received, spent] = [money.received, money.spent].map(({ amount, isWhole }) => (isWhole ? amount : undefined));
    const planned = amountIn(held.row, 'planned_yuan');
    if (received && spent && !received.atLeast && spent.amount > received.amount)
      report(held, 'spent-exceeds-received', 'spent_yuan', spent, received);
    if (received && planned && !planned.atLeast && received.amount > planned.amount)
      report(held, 'received-exceeds-planned', 'received_yuan', received, planned);
  }
}

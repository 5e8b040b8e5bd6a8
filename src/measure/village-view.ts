import type { Sum } from '../tally/sum.ts';
import { NOTHING } from '../tally/sum.ts';
import { breakdownKey, keysOf } from '../language/fact.ts';
import type { Fact } from '../language/fact.ts';
import type { Facts, Tally } from '../tally/tally.ts';
import { kindOf } from '../vocabulary/period.ts';
import { limitAt } from './standards-at.ts';
import type { ClassLimit, Standards } from './standards-at.ts';
import type { Weighing, Quantity, HouseholdShare } from './quantity.ts';
import { UNKNOWN } from './quantity.ts';

/** Whose word is taken: household rows where they hold all registered households, household rows only, village rows only. */
export const EVIDENCE_POLICIES = ['auto', 'households', 'villages'] as const;
export type EvidencePolicy = (typeof EVIDENCE_POLICIES)[number];

/** Facts by their ids. */
const KEYS = { declared: keysOf('declared'), evidence: keysOf('evidence'), evaluation: keysOf('evaluation'), project: keysOf('project') };
const PARTS_OF_SHARE = ['yes', 'no', 'answered'] as const;

/** How facts are looked at: whose word counts, and of which funds. */
export interface Outlook {
  readonly policy: EvidencePolicy;
  /** Funds of one source alone. */
  readonly source?: string | undefined;
  /** Where the dated limits of classes are looked up. */
  readonly limits?: Standards | undefined;
}

export type Looked = Pick<Tally, 'period' | 'facts' | 'parameters' | 'otherLine'> & Partial<Pick<Tally, 'place'>>;

/**
 * The facts of one village and period, seen through the rule of evidence: what readers give metrics. Also those of the projects of a larger place.
 */
export class VillageView {
  /** The same village one year earlier. */
  readonly base: VillageView | undefined;
  /** The poverty line that its households were compared with, in fen; none in force, another than the one in force, or none for a month. */
  readonly line: bigint | 'none' | 'other' | 'annual';
  readonly source: string | undefined;
  /** Of the evaluation of a county: its villages. */
  readonly villages: readonly VillageView[];
  readonly #looked: Looked;
  readonly #limits: Standards | undefined;
  readonly #facts: Facts;
  readonly #policy: EvidencePolicy;
  // Most metrics ask the same of a village, so what follows from its facts is found once.
  #declared: Map<string, Quantity> | undefined;
  #kinds: Map<string, ReadonlyMap<string, Sum>> | undefined;
  #absentHouseholds: bigint | undefined;
  #hasRows: boolean | undefined;

  constructor(
    looked: Looked,
    { policy, source, limits }: Outlook,
    base?: VillageView,
    { villages = [] }: { readonly villages?: readonly VillageView[] } = {},
  ) {
    const { period, facts, parameters, otherLine } = looked;
    this.villages = villages;
    this.#looked = looked;
    this.#limits = limits;
    this.#facts = facts;
    this.#policy = policy;
    this.source = source;
    this.line = kindOf(period) === 'month' ? 'annual' : otherLine ? 'other' : (parameters.poverty_line ?? 'none');
    this.base = base;
  }

  /** Forgets what was found once: of a hundred thousand villages at once it would fill the memory. */
  forget(): void {
    this.#declared = undefined;
    this.#kinds = undefined;
    this.base?.forget();
  }

  /** What the village row says, whatever the households do. A rejected row leaves the number open. */
  declared(id: string): Quantity {
    const stated = (this.#declared ??= new Map<string, Quantity>());
    let known = stated.get(id);
    if (!known) stated.set(id, (known = { ...this.#stated('declared', id), readable: this.readable(id) }));
    return known;
  }

  /** A dated limit of a class of villages, as it holds here at the period's end. */
  limit(id: string): ClassLimit {
    return limitAt(this.#limits, id, this.#looked.place ?? {}, this.#looked.period);
  }

  /** What the row of a county says of its evaluation. */
  evaluated(id: string): Quantity {
    return this.#stated('evaluation', id);
  }

  #stated(origin: 'declared' | 'evaluation', id: string): Quantity {
    const sum = this.#facts.get(KEYS[origin](id));
    const rows = this.#facts.get(KEYS[origin]('rows'));
    if (!sum || !rows || sum.unrecorded > 0n) return UNKNOWN;
    const rejected = rows.rejected + rows.rejectedOpen;
    const value = rows.yes > 0n && sum.open === 0n ? sum.yes : undefined;
    const certain = value !== undefined && rejected === 0n;
    return {
      value,
      low: certain ? value : 0n,
      high: certain && sum.atLeast === 0n ? value : 'open',
      atLeast: sum.atLeast > 0n,
      evidence: value === undefined ? undefined : 'villages',
      missing: value === undefined && rows.yes > 0n ? 1n : 0n,
      rejected,
    };
  }

  /** What the village row answers to a yes-or-no question; undefined where it is blank, absent, or a rejected row could say otherwise. */
  answer(id: string): boolean | undefined {
    const [sum, rows] = [this.#facts.get(KEYS.declared(id)), this.#facts.get('declared.rows')];
    if (!sum || !rows || rows.yes === 0n || rows.rejected + rows.rejectedOpen + sum.unknown + sum.unrecorded > 0n) return undefined;
    return sum.yes > 0n;
  }

  /** The number in the village row, or in a rejected one whose cell can be read: what a bound may rest on. */
  readable(id: string): bigint | undefined {
    const sum = this.#facts.get(KEYS.declared(id));
    if (!sum || sum.unrecorded > 0n || sum.open > 0n || sum.rejectedOpen > 0n) return undefined;
    if (sum.yes > 0n && sum.rejected > 0n) return undefined;
    return sum.yes + sum.rejected;
  }

  /**
   * Whether the household rows speak for what a village tells in some columns: where they hold every registered household that it declares, or
   * where it tells nothing there. With fewer, the declaration stands. Of what no village row ever tells, the rows alone speak.
   */
  householdsSpeak(told: readonly string[]): boolean {
    return this.#hasEvidence && (this.absentHouseholds === 0n || told.every((id) => this.declared(id).value === undefined));
  }

  /** The number by the rule of evidence: the household rows' where they speak and record it, else the village row's. */
  quantity(id: string, weight: Weighing = 'households'): Quantity {
    const sum = this.recorded(id, [id]);
    if (sum) return this.#fromHouseholds(sum, weight);
    return this.#policy === 'households' ? UNKNOWN : this.declared(id);
  }

  /**
   * A number of households for a formula that may mix what households and village say, column by column. Where the rows leave it open, it is known
   * between its bounds alone: half a number is never divided by a whole one. `told`: the columns by which the village tells the whole figure.
   */
  number(id: string, told: readonly string[]): Quantity {
    const sum = this.recorded(id, [...told, id]);
    if (!sum) return this.#policy === 'households' ? UNKNOWN : this.declared(id);
    const counted = this.#fromHouseholds(sum, 'households');
    const isExact = counted.evidence === 'households' && counted.rejected === 0n && sum.unknown === 0n;
    return isExact ? counted : { ...counted, value: undefined };
  }

  /** Whether whoever speaks for a number has no column for it, so that no cell could ever tell. */
  hasNoColumn(id: string, told: readonly string[]): boolean {
    if (this.recorded(id, [...told, id])) return false;
    const sum = this.#facts.get(KEYS.declared(id));
    return this.#policy === 'households' || sum === undefined || sum.unrecorded > 0n;
  }

  /** The sums of a share of households, where the household rows speak for the columns that tell it, and record it. */
  householdShare(id: string, told: readonly string[]): HouseholdShare | undefined {
    if (!this.householdsSpeak(told)) return undefined;
    const [yes, no, answered] = PARTS_OF_SHARE.map((part) => this.#facts.get(KEYS.evidence(`${id}_${part}`)));
    return yes && no && answered && answered.unrecorded === 0n ? { yes, no, answered, absent: this.absentHouseholds } : undefined;
  }

  /** A sum of the household rows as it is, nothing where there are none. */
  evidence(id: string): Sum {
    return this.#facts.get(KEYS.evidence(id)) ?? NOTHING;
  }

  /** Registered households that the village declares and the household rows do not have: nothing is known of them. */
  get absentHouseholds(): bigint {
    return (this.#absentHouseholds ??= this.#absent('registered_poor_households', this.evidence('rows').rejected));
  }

  /** A sum of the household rows, where they speak for the columns that tell it, and record it. */
  recorded(id: string, told: readonly string[]): Sum | undefined {
    const sum = this.#facts.get(KEYS.evidence(id));
    return sum && sum.unrecorded === 0n && this.householdsSpeak(told) ? sum : undefined;
  }

  /**
   * What project rows add up to at this place. Nothing where no project stands here. `rows` is the fact that counts the rows behind it: of money
   * that flowed `rows`, of what stands `projects`; the rejected ones are told by it, because a sum of money holds their yuan.
   */
  project(id: string, rows: 'rows' | 'projects'): Quantity | undefined {
    const sum = this.#facts.get(KEYS.project(id));
    if (!sum) return undefined;
    const { yes, unknown, rejected, open, rejectedOpen, unrecorded, atLeast } = sum;
    const counted = this.#facts.get(KEYS.project(rows)) ?? NOTHING;
    const missing = unknown + open + unrecorded;
    const isSilent = open + unrecorded + counted.rejected + counted.rejectedOpen > 0n && open + unrecorded >= counted.yes;
    return {
      // Where no row that counts says how much, the sum of nothing is no number; a recorded 0 is one.
      value: yes === 0n && isSilent ? undefined : yes,
      low: yes,
      high: open + unrecorded + rejectedOpen + atLeast > 0n ? 'open' : yes + unknown + rejected,
      atLeast: atLeast > 0n,
      evidence: undefined,
      missing,
      rejected: counted.rejected + counted.rejectedOpen,
    };
  }

  /** The sums of a share of projects. */
  projectShare(id: string): HouseholdShare | undefined {
    const [yes, no, answered] = PARTS_OF_SHARE.map((part) => this.#facts.get(KEYS.project(`${id}_${part}`)));
    return yes && no && answered && answered.unrecorded === 0n ? { yes, no, answered, absent: 0n } : undefined;
  }

  /** One name of a breakdown, nothing where no row has it. */
  named(origin: Fact['origin'], id: string, name: string): Sum {
    return this.#facts.get(breakdownKey({ origin, id }, name)) ?? NOTHING;
  }

  /** The sums of a breakdown of household rows, by the names that count. */
  kinds(id: string): ReadonlyMap<string, Sum> {
    const all = (this.#kinds ??= new Map<string, ReadonlyMap<string, Sum>>());
    let known = all.get(id);
    if (!known) {
      const prefix = breakdownKey({ origin: 'evidence', id }, '');
      const named = [...this.#facts].flatMap(([key, sum]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), sum] as const] : []));
      all.set(id, (known = new Map(named)));
    }
    return known;
  }

  /** Whether there are household rows of this village that say anything about its registered households. */
  get #hasEvidence(): boolean {
    return (this.#hasRows ??= this.#findEvidence());
  }

  #findEvidence(): boolean {
    if (this.#policy === 'villages') return false;
    const rows = this.evidence('rows');
    const rejected = rows.rejected + rows.rejectedOpen;
    const { yes, unknown } = this.evidence('registered_poor_households');
    const noneOfThem = yes + unknown + rejected === 0n && (this.declared('registered_poor_households').value ?? 0n) > 0n;
    return rows.yes + rejected > 0n && !noneOfThem;
  }

  #absent(id: string, rejected: bigint): bigint {
    // Taken alone, household rows are all that there is: what the village says of its size does not count then.
    // A village row that was rejected still tells its size, where that cell can be read.
    const declared = this.#policy === 'households' ? undefined : (this.declared(id).value ?? this.readable(id));
    if (declared === undefined) return 0n;
    const { yes, unknown } = this.evidence(id);
    const absent = declared - yes - unknown - rejected;
    return absent > 0n ? absent : 0n;
  }

  /**
   * Whether the rows may lack a registered household: a rejected row need not be of one, and then another is absent in its place. For numbers of
   * registered households it comes to the same; of its money nothing is known. Of persons a rejected row is taken to be one of those declared.
   */
  get #couldLackHouseholds(): boolean {
    return this.#absent('registered_poor_households', 0n) > 0n;
  }

  /** What the households that the rows lack could add to a sum. */
  #couldWeigh(weight: Weighing): bigint | 'open' {
    if (weight === 'households') return this.absentHouseholds;
    if (weight === 'all-households') return this.#absent('registered_poor_households', 0n);
    if (weight === 'persons') return this.absentPersons;
    return this.#couldLackHouseholds ? 'open' : 0n;
  }

  #fromHouseholds(sum: Sum, weight: Weighing): Quantity {
    const absent = this.absentHouseholds;
    const uncertain = sum.open > 0n || sum.rejectedOpen > 0n || sum.atLeast > 0n;
    const weighed = this.#couldWeigh(weight);
    const couldAdd = sum.unknown + (weighed === 'open' ? 0n : weighed);
    // Of money it is households that are missing: what they were given is anybody's guess. Of persons at least one in each household.
    const lacking = weight === 'all-households' || weighed === 'open' ? absent : weighed;
    const missing = weight === 'yuan' ? sum.open + absent : sum.unknown + lacking;
    const rows = this.evidence('rows');
    return {
      // Where all rows are rejected, none of them says that there is nothing.
      value: sum.yes === 0n && rows.yes === 0n && rows.rejected + rows.rejectedOpen > 0n ? undefined : sum.yes,
      low: sum.yes,
      high: uncertain || weighed === 'open' ? 'open' : sum.yes + couldAdd + sum.rejected,
      atLeast: sum.atLeast > 0n,
      evidence: absent > 0n ? 'partial' : 'households',
      missing,
      rejected: rows.rejected,
    };
  }

  /** How many persons the absent households have: what the village declares beyond those in the rows, or anybody's guess. */
  get absentPersons(): bigint | 'open' {
    if (this.absentHouseholds === 0n) return 0n;
    if (this.declared('registered_poor_persons').value === undefined) return 'open';
    return this.#absent('registered_poor_persons', this.evidence('registered_poor_persons').rejected);
  }
}

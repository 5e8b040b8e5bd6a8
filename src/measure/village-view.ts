import type { Sum } from '../tally/sum.ts';
import { NOTHING } from '../tally/sum.ts';
import type { Facts } from '../tally/tally.ts';
import type { TableId } from '../vocabulary/table.ts';
import type { Evidence } from './reason.ts';

/** Whose word is taken: household rows where there are enough of them, household rows only, village rows only. */
export const EVIDENCE_POLICIES = ['auto', 'households', 'villages'] as const;
export type EvidencePolicy = (typeof EVIDENCE_POLICIES)[number];

/** A number that a village states or that its households add up to, with what it could be. */
export interface Quantity {
  readonly value: bigint | undefined;
  readonly low: bigint;
  readonly high: bigint | 'open';
  readonly atLeast: boolean;
  readonly evidence: Evidence | undefined;
  readonly missing: bigint;
  readonly rejected: bigint;
}

const UNKNOWN: Quantity = { value: undefined, low: 0n, high: 'open', atLeast: false, evidence: undefined, missing: 0n, rejected: 0n };

/** The three sums of a share of households, as the household rows give them. */
export interface HouseholdShare {
  readonly yes: Sum;
  readonly no: Sum;
  readonly answered: Sum;
}

/** The facts of one village and period, seen through the rule of evidence: what metrics read. */
export class VillageView {
  /** The same village one year earlier. */
  readonly base: VillageView | undefined;
  /** Which tables the run has at all: what is missing may be a whole file. */
  readonly given: ReadonlySet<TableId>;
  readonly #facts: Facts;
  readonly #policy: EvidencePolicy;

  constructor(facts: Facts, policy: EvidencePolicy, given: ReadonlySet<TableId>, base?: VillageView) {
    this.#facts = facts;
    this.#policy = policy;
    this.given = given;
    this.base = base;
  }

  /** What the village row says, whatever the households do. A rejected row leaves the number open. */
  declared(id: string): Quantity {
    const sum = this.#facts.get(`declared.${id}`);
    const rows = this.#facts.get('declared.rows');
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

  /** The number in the village row, or in a rejected one whose cell can be read: what a bound may rest on. */
  readable(id: string): bigint | undefined {
    const sum = this.#facts.get(`declared.${id}`);
    if (!sum || sum.unrecorded > 0n || sum.open > 0n || sum.rejectedOpen > 0n) return undefined;
    if (sum.yes > 0n && sum.rejected > 0n) return undefined;
    return sum.yes + sum.rejected;
  }

  /** The number by the rule of evidence: the household rows' where they record it, else the village row's. */
  quantity(id: string, weight: 'households' | 'persons' = 'households'): Quantity {
    const sum = this.#facts.get(`evidence.${id}`);
    if (this.#hasEvidence && sum && sum.unrecorded === 0n) return this.#fromHouseholds(sum, weight);
    return this.#policy === 'households' ? UNKNOWN : this.declared(id);
  }

  /**
   * A number of households for a formula that mixes what households and village say: the household rows' only where they are complete,
   * else the village's; else it is known between its bounds alone. Half a number is never divided by a whole one.
   */
  number(id: string): Quantity {
    const sum = this.#facts.get(`evidence.${id}`);
    if (!this.#hasEvidence || !sum || sum.unrecorded > 0n) return this.#policy === 'households' ? UNKNOWN : this.declared(id);
    const counted = this.#fromHouseholds(sum, 'households');
    if (counted.evidence === 'households' && counted.rejected === 0n && sum.unknown === 0n) return counted;
    const declared = this.#policy === 'households' ? UNKNOWN : this.declared(id);
    return declared.value === undefined ? { ...counted, value: undefined } : declared;
  }

  /** The sums of a share of households, where the household rows record it: the village's figure does not count then. */
  householdShare(id: string): HouseholdShare | undefined {
    if (!this.#hasEvidence) return undefined;
    const [yes, no, answered] = ['yes', 'no', 'answered'].map((part) => this.#facts.get(`evidence.${id}_${part}`));
    return yes && no && answered && answered.unrecorded === 0n ? { yes, no, answered } : undefined;
  }

  /** A sum of the household rows as it is, nothing where there are none. */
  evidence(id: string): Sum {
    return this.#facts.get(`evidence.${id}`) ?? NOTHING;
  }

  /** Registered households that the village declares and the household rows do not have: nothing is known of them. */
  get absentHouseholds(): bigint {
    return this.#absent('registered_poor_households', this.evidence('rows').rejected);
  }

  /** Whether there are household rows of this village that say anything about its registered households. */
  get #hasEvidence(): boolean {
    if (this.#policy === 'villages') return false;
    const rows = this.evidence('rows');
    const rejected = rows.rejected + rows.rejectedOpen;
    const { yes, unknown } = this.evidence('registered_poor_households');
    const noneOfThem = yes + unknown + rejected === 0n && (this.declared('registered_poor_households').value ?? 0n) > 0n;
    return rows.yes + rejected > 0n && !noneOfThem;
  }

  #absent(id: string, rejected: bigint): bigint {
    const declared = this.declared(id).value;
    if (declared === undefined) return 0n;
    const { yes, unknown } = this.evidence(id);
    const absent = declared - yes - unknown - rejected;
    return absent > 0n ? absent : 0n;
  }

  #fromHouseholds(sum: Sum, weight: 'households' | 'persons'): Quantity {
    const absent = this.absentHouseholds;
    const uncertain = sum.open > 0n || sum.rejectedOpen > 0n;
    const persons = weight === 'persons' ? this.#absentPersons() : absent;
    const missing = sum.unknown + (persons === 'open' ? 0n : persons);
    return {
      value: sum.yes,
      low: sum.yes,
      high: uncertain || persons === 'open' ? 'open' : sum.yes + missing + sum.rejected,
      atLeast: sum.atLeast > 0n,
      evidence: absent > 0n ? 'partial' : 'households',
      missing,
      rejected: this.evidence('rows').rejected,
    };
  }

  /** How many persons the absent households have: what the village declares beyond those in the rows, or anybody's guess. */
  #absentPersons(): bigint | 'open' {
    if (this.absentHouseholds === 0n) return 0n;
    if (this.declared('registered_poor_persons').value === undefined) return 'open';
    return this.#absent('registered_poor_persons', this.evidence('registered_poor_persons').rejected);
  }
}

import { toPredicate } from '../language/readings/holds.ts';
import { canAnswer } from '../language/readings/can-answer.ts';
import { columnsIn } from '../language/readings/columns.ts';
import { lackingColumns } from '../language/readings/lacking-columns.ts';
import { unansweredColumns } from '../language/readings/why-unknown.ts';
import { parametersIn } from '../language/readings/parameters.ts';
import type { Condition, ParameterId } from '../language/condition.ts';
import { regionAt } from '../measure/standards-at.ts';
import type { Standards } from '../measure/standards-at.ts';
import { schemeInForce } from '../standards/in-force.ts';
import type { NotInForce, SchemeInForce } from '../standards/in-force.ts';
import type { AnsweredRow } from '../tally/row-query.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Ground, Grounds, Word } from './list-kind.ts';

/** What a list by grounds says of one row. */
export interface ByGrounds {
  readonly isCertain: boolean;
  readonly grounds: readonly Word[];
  /** The columns that gave no answer. */
  readonly columns: readonly string[];
}

/** How the rows of a period of one file were asked. */
export interface GroundsAsked {
  /** Grounds that could not be asked, and the columns that the file lacks for them. */
  readonly unasked: readonly { readonly ground: Ground; readonly columns: readonly string[] }[];
  /** The schemes by which its rows were asked, each once. */
  readonly schemes: readonly SchemeInForce[];
  /** Why rows were not asked: no scheme is in force where they lie. */
  readonly withoutScheme: readonly NotInForce[];
  /** Rows that were asked by some scheme, or would have been without one. */
  readonly rows: number;
  /** Numbers that something was to be compared with and that were not in force for some of the rows. */
  readonly missing: readonly ParameterId[];
}

/**
 * The condition of the rows that a list by grounds must see: those that may be in it. Of a scheme, all that it is about: whether one is in force at all
 * must be known also of households that meet everything.
 */
export const mayHaveGrounds = ({ among, grounds, scheme }: Grounds): Condition =>
  scheme === undefined ? { all: [among, { any: grounds.map(({ where }) => where) }] } : among;

/** The columns that a list by grounds reads. */
export const columnsOfGrounds = ({ among, grounds }: Grounds): readonly string[] => [
  ...columnsIn(among),
  ...grounds.flatMap(({ where }) => columnsIn(where)),
];

/** Why a file cannot make the list at all: the columns that it lacks. Nothing where it can. */
export function lackingForGrounds({ among, grounds, chief }: Grounds, has: ReadonlySet<string>): readonly string[] {
  if (!canAnswer(among, has)) return lackingColumns(among, has);
  const needed = chief ? grounds.filter(({ code }) => code === chief.ground) : grounds;
  if (needed.some(({ where }) => canAnswer(where, has))) return [];
  return [...new Set(needed.flatMap(({ where }) => lackingColumns(where, has)))];
}

interface Asked {
  rows: number;
  readonly schemes: Set<SchemeInForce>;
  readonly without: Set<NotInForce>;
  readonly missing: Set<ParameterId>;
}

/** Asks the rows of one file, each by what is in force where it lies. */
export class GroundsOfFile {
  readonly #kind: Grounds;
  readonly #has: ReadonlySet<string>;
  readonly #standards: Standards;
  readonly #schemes = new Map<string, SchemeInForce | NotInForce>();
  readonly #asked = new Map<Period, Asked>();

  constructor(kind: Grounds, has: ReadonlySet<string>, standards: Standards) {
    this.#kind = kind;
    this.#has = has;
    this.#standards = standards;
  }

  /** What it says of a row; nothing where the row is not in the list. */
  select({ cells, parameters, place, period }: AnsweredRow): ByGrounds | undefined {
    const { among } = this.#kind;
    const belongs = toPredicate(among, predicates)(cells, parameters);
    if (belongs === false) return undefined;
    const asked = this.#askedAt(place, period).filter(
      ({ where, limit }) => canAnswer(where, this.#has) && (limit === undefined || parameters[limit] !== undefined),
    );
    const { missing } = this.#asked.get(period)!;
    for (const parameter of asked.flatMap(({ where }) => parametersIn(where)))
      if (parameters[parameter] === undefined) missing.add(parameter);
    const answers = asked.map((ground) => ({ ground, holds: toPredicate(ground.where, predicates)(cells, parameters) }));
    const grounds = answers.flatMap(({ ground: { code, text }, holds }) => (holds === true ? [{ code, text }] : []));
    if (belongs === true && grounds.length > 0) return { isCertain: true, grounds, columns: [] };
    const open = answers.filter(({ holds }) => holds === undefined);
    if (grounds.length === 0 && open.length === 0) return undefined;
    const unanswered = [
      ...(belongs === undefined ? unansweredColumns(among, cells, parameters) : []),
      ...(grounds.length > 0 ? [] : open.flatMap(({ ground }) => unansweredColumns(ground.where, cells, parameters))),
    ];
    return { isCertain: false, grounds, columns: [...new Set(unanswered)] };
  }

  /** How the rows of each period were asked. */
  get asked(): ReadonlyMap<Period, GroundsAsked> {
    const { grounds } = this.#kind;
    const unasked = grounds
      .filter(({ where }) => !canAnswer(where, this.#has))
      .map((ground) => ({ ground, columns: lackingColumns(ground.where, this.#has) }));
    return new Map(
      [...this.#asked].map(([period, { rows, schemes, without, missing }]) => {
        const inSchemes = (ground: Ground): boolean => schemes.size === 0 || [...schemes].some((scheme) => asksFor(scheme, ground));
        return [
          period,
          {
            rows,
            schemes: [...schemes],
            withoutScheme: [...without],
            missing: [...missing],
            unasked: unasked.filter(({ ground }) => inSchemes(ground)),
          },
        ];
      }),
    );
  }

  #askedAt(place: Place, period: Period): readonly Ground[] {
    const { grounds, scheme: id } = this.#kind;
    let here = this.#asked.get(period);
    if (!here) this.#asked.set(period, (here = { rows: 0, schemes: new Set(), without: new Set(), missing: new Set() }));
    if (id === undefined) {
      here.rows++;
      return grounds;
    }
    const { book, region, asOf } = this.#standards;
    const where = regionAt(place, region);
    const key = `${where ?? ''} ${period}`;
    let scheme = this.#schemes.get(key);
    if (!scheme) this.#schemes.set(key, (scheme = schemeInForce(book, id, where, asOf ?? periodEnd(period))));
    if ('reason' in scheme) {
      here.without.add(scheme);
      return NO_GROUNDS;
    }
    here.rows++;
    here.schemes.add(scheme);
    const inForce = scheme;
    return grounds.filter((ground) => asksFor(inForce, ground));
  }
}

const NO_GROUNDS: readonly Ground[] = [];
/** Conditions are data of the program: each is made ready once. */
const predicates = new Map<Condition, ReturnType<typeof toPredicate>>();

/** Whether a scheme asks for what a ground says is lacking. */
const asksFor = ({ scheme }: SchemeInForce, { answer }: Ground): boolean =>
  scheme.criteria.some(({ parts }) => parts.some((part) => part.kind === 'answer' && part.answer === answer));

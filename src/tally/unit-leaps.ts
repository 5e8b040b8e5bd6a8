import { amountIn } from '../language/row.ts';
import type { Finding } from '../input/finding.ts';
import type { OpenedTable } from '../input/open-table.ts';
import { originOf } from '../input/record-file.ts';
import { villages } from '../tables/villages/table.ts';
import { toDecimal } from '../vocabulary/fraction.ts';
import type { Period } from '../vocabulary/period.ts';
import type { ReadRow } from '../input/read-row.ts';
import type { Text } from '../vocabulary/text.ts';
import type { CountedRow } from './row-counter.ts';
import type { PlaceKeys } from './places/place-keys.ts';

const COLUMN = 'collective_income';
/** About ten thousand times: what a mistaken 万元 makes of yuan. No village grows so much, or differs so much from its neighbours. */
const [LEAST, MOST] = [2_000, 50_000];
/** Fewer villages beside it have no middle. */
const LEAST_NEIGHBOURS = 2;
const FEN = 100n;
/** A village does not live on less than a hundred yuan a year, nor on a hundred million: these are plausibility bounds, not standards. */
const SMALLEST = 100n * FEN;
const LARGEST = 100_000_000n * FEN;

/** The collective income of one village and period, and how its heading named the unit. */
interface Income {
  readonly fen: bigint;
  readonly period: Period;
  readonly from: IncomeColumn;
  readonly position: ReadRow['position'];
  readonly key: string | undefined;
}

/** What all incomes of a file have in common. */
interface IncomeColumn {
  readonly origin: ReturnType<typeof originOf>;
  readonly scale: number;
  readonly namesUnit: boolean;
}

/** Where an income stands. */
const placeOf = ({ from, position, key }: Income): Pick<Finding, 'file' | 'sheet' | 'line' | 'row' | 'key'> => ({
  ...from.origin,
  ...position,
  key,
});

/**
 * Finds villages whose collective income was probably typed in another unit than its heading says: about ten thousand times more or less than
 * in another year of theirs or than the middle of the other villages, or beyond what a village has.
 */
export class UnitLeaps {
  readonly #byVillage = new Map<string, Income[]>();
  readonly #keys: PlaceKeys;

  constructor(keys: PlaceKeys) {
    this.#keys = keys;
  }

  /** Sees the rows of a village file that count. */
  seeing(file: OpenedTable): ((row: CountedRow) => void) | undefined {
    const heading = file.headings.find(({ column }) => column === COLUMN);
    if (!heading) return undefined;
    const { namesUnit, unit } = heading;
    const from: IncomeColumn = { origin: originOf(file), scale: unit.scale, namesUnit };
    return ({ row, place, period, position, key }) => {
      const fen = amountIn(row, COLUMN)?.amount ?? 0n;
      if (fen <= 0n) return;
      const income: Income = { fen, period, from, position, key: key() };
      const village = this.#keys.of(place);
      const known = this.#byVillage.get(village);
      if (known) known.push(income);
      else this.#byVillage.set(village, [income]);
    };
  }

  /** A warning for each income that leaps, each once. */
  *findings(): Generator<Finding> {
    const medians = this.#medians();
    const said = new Set<Income>();
    for (const incomes of this.#byVillage.values()) {
      const ordered = incomes.toSorted((a, b) => (a.period < b.period ? -1 : 1));
      for (const [index, income] of ordered.entries()) {
        const before = ordered[index - 1];
        const against = before && before.period.length === income.period.length ? before : undefined;
        const mistaken =
          against &&
          (isLeap(income.fen, against.fen)
            ? moreLikely(income, against)
            : isLeap(against.fen, income.fen)
              ? moreLikely(against, income)
              : undefined);
        const other = mistaken === income ? against : income;
        if (mistaken && !said.has(mistaken)) {
          said.add(mistaken);
          yield leap(mistaken, { zh: `${other!.period} 年的 ${yuan(other!.fen)} 元`, en: `${yuan(other!.fen)} yuan in ${other!.period}` });
        }
      }
    }
    for (const incomes of this.#byVillage.values()) {
      for (const income of incomes) {
        if (said.has(income)) continue;
        const median = medians.get(income.period)?.(income.fen);
        if (
          median !== undefined &&
          (isLeap(income.fen, median) ? income.from.scale > 0 || !income.from.namesUnit : isLeap(median, income.fen))
        ) {
          yield leap(income, { zh: `其他各村的中位数 ${yuan(median)} 元`, en: `${yuan(median)} yuan, the middle of the other villages` });
        } else if ((income.fen >= LARGEST && income.from.scale > 0) || (income.fen < SMALLEST && !income.from.namesUnit)) {
          yield leap(income, { zh: '一个村通常的收入', en: 'what a village has' });
        }
      }
    }
  }

  /** For each period, the median of all incomes but one that has the given amount. */
  #medians(): ReadonlyMap<Period, (own: bigint) => bigint | undefined> {
    const byPeriod = new Map<Period, bigint[]>();
    for (const income of [...this.#byVillage.values()].flat()) {
      const known = byPeriod.get(income.period);
      if (known) known.push(income.fen);
      else byPeriod.set(income.period, [income.fen]);
    }
    return new Map(
      [...byPeriod].map(([period, all]) => {
        const sorted = all.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        return [
          period,
          (own: bigint): bigint | undefined => {
            if (sorted.length - 1 < LEAST_NEIGHBOURS) return undefined;
            const middle = Math.floor((sorted.length - 1) / 2);
            // Without the village itself, those behind it move up by one.
            return sorted[middle]! < own ? sorted[middle] : sorted[middle + 1];
          },
        ];
      }),
    );
  }
}

const isLeap = (more: bigint, less: bigint): boolean => more >= less * BigInt(LEAST) && more <= less * BigInt(MOST);

/** Which of two incomes was typed in another unit: yuan under 万元, or 万元 where no unit is named. */
function moreLikely(more: Income, less: Income): Income {
  if (more.from.scale > 0 && (less.from.namesUnit || more.fen >= LARGEST)) return more;
  return less;
}

const yuan = (fen: bigint): string => toDecimal({ numerator: fen, denominator: FEN }, 2).replace(/\.00$/u, '');

function leap(income: Income, against: Text): Finding {
  const { fen, period, from } = income;
  const typed = from.scale > 0 ? { zh: '元', en: 'yuan' } : { zh: '万元', en: '万元 (10,000 yuan)' };
  return {
    code: 'unit-doubtful',
    severity: 'warning',
    ...placeOf(income),
    column: COLUMN,
    value: yuan(fen),
    arguments: { column: villages.columns[COLUMN].label, period, against, unit: typed },
  };
}

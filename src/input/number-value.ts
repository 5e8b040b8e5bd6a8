import type { CellReading, ChangeCode, HeaderUnit } from './value-kind.ts';
import type { Column } from '../language/column.ts';
import { inSmallestUnit, readNumberText } from './number-text.ts';

/** No village, county or province has so many of anything: a larger number is two cells run together, or an identity number. */
const LARGEST_DIGITS = 15;
const PLAIN = /^\d{1,15}(?:\.(\d{1,4}))?$/;

/** Most numbers are nothing but digits and perhaps a decimal point, and need no reading. */
function plainNumber(text: string, smallest: number): bigint | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const decimals = match[1] ?? '';
  if (decimals.length > smallest) return undefined;
  return BigInt(text.replace('.', '') + '0'.repeat(smallest - decimals.length));
}

export interface NumberKind {
  /** Decimal places of the smallest unit: 0 for persons, 2 for fen. */
  readonly smallest: number;
  readonly units: readonly string[];
  /** What a number finer than the smallest unit is. */
  readonly finer: 'finding' | 'rounded';
}

/** Reads a number of the given kind into its smallest unit. */
export function readNumber(text: string, column: Column, header: HeaderUnit, kind: NumberKind): CellReading<'count'> {
  if (header.scale === 0) {
    const plain = plainNumber(text, kind.smallest);
    if (plain !== undefined) return { value: { amount: plain, atLeast: false } };
  }
  const read = readNumberText(text, kind.units);
  if ('finding' in read) return read;
  if (header.scale !== 0 && (read.changed.includes('scaled') || read.changed.includes('unit-word'))) return { finding: 'unit-twice' };
  const { amount, exact } = inSmallestUnit(read.mantissa, read.places - kind.smallest - header.scale);
  const changed: ChangeCode[] = [...read.changed];
  if (header.scale !== 0) changed.push('header-unit');
  if (!exact) {
    if (kind.finer === 'finding') return { finding: 'not-whole' };
    changed.push('rounded');
  } else if (read.places > 0 && kind.smallest === 0 && header.scale === 0) changed.push('whole-decimal');
  if (read.mantissa < 0n && !column.mayBeNegative) return { finding: 'negative' };
  if (amount.toString().length > LARGEST_DIGITS + kind.smallest) return { finding: 'number-too-large' };
  return { value: { amount, atLeast: read.atLeast }, ...(changed.length > 0 && { changed }) };
}

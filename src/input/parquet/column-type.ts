import { CompressionCodecs, ConvertedTypes, Encodings, ParquetTypes } from 'hyparquet/src/constants.js';
import type { SchemaElement } from './footer.ts';

/** How the values of a column lie in its pages. */
export type Physical = 'BOOLEAN' | 'INT32' | 'INT64' | 'INT96' | 'FLOAT' | 'DOUBLE' | 'BYTE_ARRAY' | 'FIXED_LEN_BYTE_ARRAY';

/** What they mean. */
export type Meaning =
  | { readonly as: 'text' }
  | { readonly as: 'yes-no' }
  | { readonly as: 'whole'; readonly isUnsigned: boolean }
  | { readonly as: 'decimal'; readonly scale: number }
  | { readonly as: 'fraction' }
  | { readonly as: 'day' }
  /** So many parts of a second; an instant is a day only in a place. */
  | { readonly as: 'timestamp'; readonly perSecond: number; readonly isInstant: boolean }
  | { readonly as: 'time'; readonly perSecond: number }
  | { readonly as: 'uuid' }
  | { readonly as: 'null' };

export interface ColumnType {
  readonly physical: Physical;
  /** How many bytes a value has, where all have the same number. */
  readonly length: number;
  readonly meaning: Meaning;
}

const FIXED_LENGTHS: Readonly<Partial<Record<Physical, number>>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };
const PER_SECOND = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 } as const;
const LARGEST_SCALE = 100;

/** Names for messages. */
export const encodingName = (encoding: number): string => Encodings[encoding] ?? `encoding ${encoding}`;
export const codecName = (codec: number): string => CompressionCodecs[codec] ?? `codec ${codec}`;

/** The type of a column, or the name of one that is not read. */
export function typeOf(element: SchemaElement): ColumnType | string {
  const physical = ParquetTypes[element.type ?? -1];
  if (physical === undefined) return `type ${element.type}`;
  if (physical === 'FIXED_LEN_BYTE_ARRAY' && element.length <= 0) return `${physical} of ${element.length}`;
  const meaning = meaningOf(physical, element);
  if (typeof meaning === 'string') return meaning;
  return { physical, length: physical === 'FIXED_LEN_BYTE_ARRAY' ? element.length : (FIXED_LENGTHS[physical] ?? 0), meaning };
}

function meaningOf(physical: Physical, { converted, scale, length, logical }: SchemaElement): Meaning | string {
  const name = converted === undefined ? undefined : ConvertedTypes[converted];
  // The newer way to say it comes first: it says more.
  const field = (number: number): Readonly<Record<string, unknown>> | undefined =>
    logical[`field_${number}`] as Readonly<Record<string, unknown>> | undefined;
  if (field(11)) return { as: 'null' };
  const places = Number(field(5)?.['field_1'] ?? scale);
  if (field(5) ?? name === 'DECIMAL')
    return places >= 0 && places <= LARGEST_SCALE ? { as: 'decimal', scale: places } : `DECIMAL(${places})`;
  const isWhole = physical === 'INT32' || physical === 'INT64';
  if (isWhole) return wholeMeaning(physical, name, field);
  if (physical === 'BOOLEAN') return { as: 'yes-no' };
  if (physical === 'INT96') return { as: 'timestamp', perSecond: 1e9, isInstant: true };
  if (physical === 'FLOAT' || physical === 'DOUBLE') return { as: 'fraction' };
  if (physical === 'FIXED_LEN_BYTE_ARRAY') {
    if (field(14) && length === 16) return { as: 'uuid' };
    if (field(15) && length === 2) return { as: 'fraction' };
    return name ?? 'FIXED_LEN_BYTE_ARRAY';
  }
  const isText = name === undefined || name === 'UTF8' || name === 'ENUM' || name === 'JSON';
  if (!isText || field(13) || field(17) || field(18)) return name ?? 'binary';
  return { as: 'text' };
}

function wholeMeaning(
  physical: Physical,
  name: string | undefined,
  field: (number: number) => Readonly<Record<string, unknown>> | undefined,
): Meaning | string {
  if (field(6) ?? name === 'DATE') return physical === 'INT32' ? { as: 'day' } : 'DATE';
  const timestamp = field(8);
  if (timestamp) return { as: 'timestamp', perSecond: unitOf(timestamp), isInstant: timestamp['field_1'] === true };
  const time = field(7);
  if (time) return { as: 'time', perSecond: unitOf(time) };
  if (name === 'TIMESTAMP_MILLIS' || name === 'TIMESTAMP_MICROS')
    return { as: 'timestamp', perSecond: name.endsWith('MILLIS') ? PER_SECOND.MILLIS : PER_SECOND.MICROS, isInstant: true };
  if (name === 'TIME_MILLIS' || name === 'TIME_MICROS')
    return { as: 'time', perSecond: name.endsWith('MILLIS') ? PER_SECOND.MILLIS : PER_SECOND.MICROS };
  return { as: 'whole', isUnsigned: field(10)?.['field_2'] === false || name?.startsWith('UINT_') === true };
}

function unitOf(of: Readonly<Record<string, unknown>>): number {
  const unit = of['field_2'] as Readonly<Record<string, unknown>> | undefined;
  if (unit?.['field_1']) return PER_SECOND.MILLIS;
  return unit?.['field_2'] ? PER_SECOND.MICROS : PER_SECOND.NANOS;
}

import { wordIn } from '../language/row.ts';
import { PROVINCES, codeOfProvince, provinceOfCode } from '../vocabulary/province.ts';
import type { Row } from '../language/row.ts';
import { villages } from '../tables/villages/table.ts';
import type { BrokenRule } from './rules.ts';

/** The digits of a village code that name its county, and its city. */
const AREAS = [
  { column: 'county', digits: 6, names: ['province', 'city', 'county'] },
  { column: 'city', digits: 4, names: ['province', 'city'] },
] as const;

/**
 * Compares the village codes of one file with the names beside them. A province and a code of another province contradict each other: which of the two
 * is meant cannot be told; standards are chosen by the code, so somebody must look. Two codes of one county (or city) name that begin differently are told of once.
 */
export class PlaceCodes {
  readonly #firstOf = new Map<string, string>();
  readonly #told = new Set<string>();

  /** What the codes of a row contradict, this row and those before it taken together. */
  contradictionsOf(row: Row): readonly BrokenRule[] {
    const { village_code: code, province } = row;
    // An office's own codes are built in a way that only it knows.
    if (typeof code !== 'string' || code.length !== villages.columns.village_code.digits) return [];
    const byCode = provinceOfCode(code);
    const byName = typeof province === 'string' ? codeOfProvince(province) : undefined;
    if (byCode && byName !== undefined && byCode.code !== byName) {
      const written = PROVINCES.find((one) => one.code === byName)!;
      return [
        {
          code: 'code-of-another-province',
          severity: 'warning',
          column: 'village_code',
          arguments: {
            province: { zh: written.full, en: written.english[0]! },
            digits: byCode.code,
            other: { zh: byCode.full, en: byCode.english[0]! },
          },
        },
      ];
    }
    return AREAS.flatMap((area) => this.#otherPrefix(row, code, area) ?? []);
  }

  #otherPrefix(row: Row, code: string, { column, digits, names }: (typeof AREAS)[number]): BrokenRule | undefined {
    const name = row[column];
    if (typeof name !== 'string') return undefined;
    const key = [column, ...names.map((part) => wordIn(row, part))].join('\u001f');
    const prefix = code.slice(0, digits);
    const first = this.#firstOf.get(key);
    if (first === undefined) this.#firstOf.set(key, prefix);
    if (first === undefined || first === prefix || this.#told.has(key + prefix)) return undefined;
    this.#told.add(key + prefix);
    return { code: 'codes-of-one-place-differ', severity: 'warning', column: 'village_code', arguments: { place: name, first, prefix } };
  }
}

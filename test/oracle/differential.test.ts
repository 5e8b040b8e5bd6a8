import fc from 'fast-check';
import { describe, test } from 'vitest';
import { expectAsWorkedOut, expectTrend, twoYears } from './compared.ts';
import { registries } from './registry.ts';
import type { Blanks } from './registry.ts';

/** A blank here and there in columns of every kind, and columns that no file has. */
const HERE_AND_THERE: Blanks = {
  columns: [
    'safe_housing_households',
    'safe_water_households',
    'powered_households',
    'tv_households',
    'insured_persons',
    'dropout_children',
    'remaining_poor_persons',
    'collective_income',
    'has_cooperative',
    'hardened_road',
    'public_services',
    'sound_committee',
  ],
  absent: [
    'safe_housing_households',
    'dropout_children',
    'has_cooperative',
    'sound_committee',
    'collective_income',
    'exit_year',
    'poverty_village',
  ],
  wholeColumns: false,
  exempt: true,
};

/** Over the years nobody is exempt: there is always something to divide by. */
const OVER_YEARS: Blanks = {
  columns: [
    'industry_households',
    'safe_housing_households',
    'households',
    'collective_income',
    'remaining_poor_persons',
    'rural_population',
  ],
  absent: [],
  wholeColumns: false,
  exempt: false,
};

const RUNS = { numRuns: 70 };

describe('assess, report and their status, as worked out from the documents', () => {
  test('of villages and their county by village rows', () =>
    fc.assert(fc.asyncProperty(registries(HERE_AND_THERE, false), expectAsWorkedOut), RUNS));

  test('of villages, their county and their households by household rows', () =>
    fc.assert(fc.asyncProperty(registries(HERE_AND_THERE, true), expectAsWorkedOut), RUNS));

  test('of the changes of a county from year to year', () => fc.assert(fc.asyncProperty(twoYears(OVER_YEARS), expectTrend), RUNS));
});

import { describe, expect, test } from 'vitest';
import { didYouMean, likeliest } from '../../src/vocabulary/nearest.ts';

const KNOWN = ['poverty_incidence', 'combined_poverty_incidence', 'poverty_gap', 'pairing_coverage', '大桥村', '大桥铺村'];

describe('words that may have been meant', () => {
  test.each<[string, readonly string[]]>([
    ['Poverty_Gap', ['poverty_gap']],
    ['poverty-gap', ['poverty_gap']],
    ['ｐｏｖｅｒｔｙ_gap', ['poverty_gap']],
    ['poverty', ['poverty_incidence', 'poverty_gap']],
    ['incidence', ['poverty_incidence', 'combined_poverty_incidence']],
    ['parring_coverage', ['pairing_coverage']],
    ['大桥', ['大桥村', '大桥铺村']],
    ['something else altogether', []],
    ['', []],
  ])('%s', (word, meant) => expect(likeliest(word, KNOWN)).toEqual(meant));

  test('are asked for in both languages', () =>
    expect(didYouMean('poverty', KNOWN)).toEqual({
      zh: '，是不是 poverty_incidence、poverty_gap？',
      en: '; did you mean poverty_incidence or poverty_gap?',
    }));
});

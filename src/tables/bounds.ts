import type { Bound } from '../language/column.ts';

/*
 * The most that a number can be, each with the reason. None of them judges anybody: beyond them a number is something else, a telephone or
 * identity number, a code, two cells run together. So they stand well above the largest case known, and below what else is written in digits.
 */

/** The largest households on record have some forty registered members; two digits hold them all. */
export const PERSONS_OF_HOUSEHOLD: Bound = {
  most: 99n,
  because: { zh: '一户登记的人口不会有三位数', en: 'no household has a hundred registered persons' },
};

/** The largest villages, those swallowed by cities, have some hundred thousand residents. Telephone numbers have seven digits or more and begin above. */
export const PERSONS_OF_VILLAGE: Bound = {
  most: 1_000_000n,
  because: { zh: '一个村没有一百万人', en: 'no village has a million persons' },
};
export const HOUSEHOLDS_OF_VILLAGE: Bound = {
  most: 500_000n,
  because: { zh: '一个村没有五十万户', en: 'no village has half a million households' },
};
export const HELPERS_OF_VILLAGE: Bound = {
  most: 100_000n,
  because: { zh: '一个村没有十万名帮扶责任人', en: 'no village has a hundred thousand helpers' },
};

/** The most populous counties have some two and a half million registered persons. */
export const PERSONS_OF_COUNTY: Bound = {
  most: 5_000_000n,
  because: { zh: '一个县没有五百万人', en: 'no county has five million persons' },
};
export const HOUSEHOLDS_OF_COUNTY: Bound = {
  most: 2_000_000n,
  because: { zh: '一个县没有二百万户', en: 'no county has two million households' },
};

export const AREA_PER_PERSON: Bound = {
  most: 10_000n,
  because: { zh: '一个人没有一万平方米住房', en: 'nobody has ten thousand square metres of floor' },
};
export const QUANTITY_OF_PROJECT: Bound = {
  most: 10_000_000_000n,
  because: { zh: '一个项目没有一百亿件物资', en: 'no project gives ten thousand million of anything' },
};

/** In yuan. Eleven digits are a mobile telephone number, more are an identity number or an account. */
export const MONEY_OF_HOUSEHOLD: Bound = {
  most: 100_000_000n,
  because: { zh: '一户一期没有一亿元', en: 'no household has a hundred million yuan in a period' },
};
export const MONEY_OF_VILLAGE: Bound = {
  most: 10_000_000_000n,
  because: { zh: '一个村或一个项目没有一百亿元', en: 'no village and no project has ten thousand million yuan' },
};

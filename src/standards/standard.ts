import type { Fraction } from '../vocabulary/fraction.ts';
import type { IsoDate } from '../vocabulary/period.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Dated } from './dated.ts';
import type { StandardUnit } from './threshold.ts';

/** How a measurement is compared with the value. Whether the value itself passes is in the word, and the word is the document's. */
export const COMPARISONS = ['at-least', 'above', 'at-most', 'below'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * How sure a value is: read in the document, or in an official form that applies it, or in the press.
 * Hearsay (question-and-answer pages, memory) is never shipped; a user's own file may hold it, and says so.
 */
export const CONFIDENCES = ['document', 'form', 'press', 'hearsay'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Whom a standard judges. */
export const STANDARD_LEVELS = ['household', 'village', 'county'] as const;
export type StandardLevel = (typeof STANDARD_LEVELS)[number];

/** Half of a national rule that has one number for the west and another for the rest of the country. */
export const PARTS_OF_THE_COUNTRY = ['west', 'not-west'] as const;
export type PartOfTheCountry = (typeof PARTS_OF_THE_COUNTRY)[number];

/** Where a number was read. */
export interface Source {
  readonly title: string;
  readonly issuer: string;
  /** The number of the document, `厅字〔2016〕16号`. */
  readonly number?: string | undefined;
  /** A day, a month or a year, as far as it is known. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  readonly confidence: Confidence;
}

/** A change of the rule that is known of, while its text was not read: shown beside every verdict from its day on. */
export interface Amendment {
  readonly title: string;
  readonly number: string;
  readonly from: IsoDate;
  readonly note: Text;
}

/** A number and the days on which it holds. */
export interface StandardValue extends Dated {
  /** As written: `60%`, `20000 yuan`, `13 m2`, `0 children`. */
  readonly value: string;
  /** The same, exact, in the smallest unit: see {@link readThreshold}. */
  readonly threshold: Fraction;
  /** The document also asks that the number is not under that of the year before. */
  readonly notUnderTheYearBefore?: true | undefined;
  readonly source: Source;
  /** Where it was read as well. */
  readonly furtherSource?: Source | undefined;
  readonly note?: Text | undefined;
}

/** A number by which a household, a village or a county is judged, by document and time. */
export interface Standard {
  /** `village-exit/poverty-incidence`: several regions may each have their own under one id. */
  readonly id: string;
  /** `CN`, or the beginning of a code of GB/T 2260: `45`, `4511`, `451122`. */
  readonly region: string;
  readonly appliesTo?: PartOfTheCountry | undefined;
  readonly level: StandardLevel;
  readonly label: Text;
  readonly unit: StandardUnit;
  readonly comparison: Comparison;
  /** The document's own words. */
  readonly wording: string;
  readonly values: readonly StandardValue[];
  readonly amendments?: readonly Amendment[] | undefined;
  /** Only listed: no metric of ours is judged by it. */
  readonly reference?: boolean | undefined;
  /** The day on which somebody last looked whether it is still so. */
  readonly lastChecked: IsoDate;
}

/** Yes/no columns of the village table that answer a criterion. */
export const VILLAGE_ANSWERS = ['has_cooperative', 'hardened_road', 'public_services', 'sound_committee'] as const;
/** What a household's row answers; `floor_area`, `above_poverty_line`, `above_monitoring_line` and `identified_long_enough` by comparing with the standard in force. */
export const HOUSEHOLD_ANSWERS = [
  'stable_income',
  'food',
  'clothing',
  'housing',
  'floor_area',
  'medical',
  'education',
  'water',
  'road',
  'power',
  'tv',
  'above_poverty_line',
  'above_monitoring_line',
  'identified_long_enough',
  'measures',
  'labour',
] as const;
export type CriterionAnswer = (typeof VILLAGE_ANSWERS)[number] | (typeof HOUSEHOLD_ANSWERS)[number];

/** Metrics that a criterion may ask for. */
export const CRITERION_METRICS = [
  'industry_coverage',
  'poverty_incidence',
  'collective_income',
  'village_housing_share',
  'village_insured_share',
  'village_water_share',
  'village_power_share',
  'village_tv_share',
  'village_pension_share',
  'dropout_children',
  'hardened_road_share',
  'cooperative_share',
  'combined_poverty_incidence',
  'wrong_exit_rate',
  'missed_poor_rate',
  'recognition_rate',
] as const;
export type CriterionMetric = (typeof CRITERION_METRICS)[number];

/** One thing that a criterion asks for; it is met when all of them are. */
export type CriterionPart =
  | { readonly kind: 'metric'; readonly metric: CriterionMetric; readonly standard: string }
  | { readonly kind: 'answer'; readonly answer: CriterionAnswer }
  /** No table holds it: only a visit, or somebody else's file, can tell. */
  | { readonly kind: 'outside'; readonly what: Text };

export interface Criterion {
  readonly number: number;
  readonly label: Text;
  readonly wording: string;
  readonly parts: readonly CriterionPart[];
}

export const SCHEME_IDS = ['household-exit', 'village-exit', 'county-exit', 'risk-clearance'] as const;
export type SchemeId = (typeof SCHEME_IDS)[number];

/**
 * All that a household, a village or a county must meet together to exit (八有一超, 十一有一低于, 九有一低于), or a monitored household to be marked
 * cleared (风险消除).
 */
export interface Scheme extends Dated {
  readonly id: SchemeId;
  readonly region: string;
  readonly level: StandardLevel;
  readonly title: Text;
  readonly source: Source;
  readonly furtherSource?: Source | undefined;
  readonly amendments?: readonly Amendment[] | undefined;
  readonly note?: Text | undefined;
  readonly criteria: readonly Criterion[];
}

/** Everything that is in force somewhere at some time. */
export interface Book {
  readonly standards: readonly Standard[];
  readonly schemes: readonly Scheme[];
}

/** The form of a file of standards. */
export const STANDARDS_SCHEMA = 'aid-metrics/standards@1';

import { comparable } from './cell.ts';

/** The place of the made-up rows in templates. */
export const examplePlace = {
  province: { zh: '示例省', en: 'Example Province' },
  city: { zh: '示例市', en: 'Example City' },
  county: { zh: '示例县', en: 'Example County' },
  township: { zh: '示例镇', en: 'Example Town' },
  village: { zh: '示例村', en: 'Example Village' },
} as const;

/** A row of this village is the example of a template, and no data. */
export const EXAMPLE_VILLAGES: ReadonlySet<string> = new Set(Object.values(examplePlace.village).map(comparable));

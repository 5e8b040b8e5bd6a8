import { holdsOn } from '../standards/dated.ts';
import type { Dated } from '../standards/dated.ts';
import { EXITS_END } from '../standards/exits-end.ts';
import { isOwnRegion } from '../standards/lineage.ts';
import { periodEnd } from '../vocabulary/period.ts';
import type { IsoDate, Period } from '../vocabulary/period.ts';
import type { Text } from '../vocabulary/text.ts';
import type { Metric } from './metric.ts';
import { metrics } from './metrics/index.ts';

/** What an office needs first in the years of one policy. */
interface CoreFigures extends Dated {
  readonly metrics: readonly string[];
  /** Said once where these figures are shown though nobody named them. */
  readonly note?: Text;
}

const OF_EXITS = metrics.filter(({ group }) => group === 'core').map(({ id }) => id);

/**
 * The core figures by the years that they are of. Up to 2020 those of the exits (厅字〔2016〕16号); since 2021 those of the years that keep what was reached
 * (中发〔2020〕30号): industry of the assisted, the monitored and the cleared, the operating income of collectives. Each is there by name in any year.
 * An office abroad, which has a region of its own, has no such years: it keeps the first.
 */
const CORE: readonly CoreFigures[] = [
  { from: '0001-01-01' as IsoDate, until: EXITS_END, metrics: OF_EXITS },
  {
    from: '2021-01-01' as IsoDate,
    until: '9999-12-31' as IsoDate,
    metrics: [
      'industry_coverage_assisted',
      'monitored_households',
      'risk_cleared_share',
      'collective_operating_income',
      'collective_operating_income_growth',
    ],
    note: {
      zh: `2021年起核心指标是脱贫户和监测户的产业覆盖、监测和风险消除、村集体经营性收入；退出年度的指标仍可按名字要：--metrics ${OF_EXITS.join(',')}`,
      en: `since 2021 the core figures are industry coverage of exited and monitored households, monitored and cleared, operating income of collectives; those of the exit years are there by name: --metrics ${OF_EXITS.join(',')}`,
    },
  },
];

const coreAt = (period: Period, region: string | undefined): CoreFigures =>
  CORE.find((one) => (region !== undefined && isOwnRegion(region)) || holdsOn(one, periodEnd(period)))!;
const named = (ids: readonly string[]): readonly Metric[] => metrics.filter(({ id }) => ids.includes(id));

/** The core figures of a period, in the region that an office says it works in. */
export const coreMetrics = (period: Period, region?: string): readonly Metric[] => named(coreAt(period, region).metrics);

/** Those of any period: what has to be added up before it is known which period is reported. */
export const everyCoreMetric: readonly Metric[] = named(CORE.flatMap((one) => one.metrics));

/** What is said once where the core figures of a period are shown. */
export function coreNotes(period: Period, region?: string): readonly Text[] {
  const { note } = coreAt(period, region);
  return note ? [note] : [];
}

import { metrics } from '../measure/metrics/index.ts';
import type { Text } from '../vocabulary/text.ts';

/** What every metric is called, by its id. */
export const METRIC_NAMES: Readonly<Record<string, Text>> = Object.fromEntries(metrics.map(({ id, label }) => [id, label]));

import type { Metric } from '../metric.ts';
import collectiveIncome from './collective-income.ts';
import collectiveIncomeGrowth from './collective-income-growth.ts';
import collectiveIncomeTotal from './collective-income-total.ts';
import collectiveIncomeTotalGrowth from './collective-income-total-growth.ts';
import industryCoverage from './industry-coverage.ts';
import industryCoverageAll from './industry-coverage-all.ts';
import pairingCoverage from './pairing-coverage.ts';
import planCoverage from './plan-coverage.ts';
import povertyIncidence from './poverty-incidence.ts';

/** Every metric, in the order in which reports show them. */
export const metrics: readonly Metric[] = [
  industryCoverage,
  povertyIncidence,
  collectiveIncome,
  collectiveIncomeGrowth,
  industryCoverageAll,
  collectiveIncomeTotal,
  collectiveIncomeTotalGrowth,
  pairingCoverage,
  planCoverage,
];

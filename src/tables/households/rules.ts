import type { RuleOf } from '../../language/table.ts';
import type { columns } from './columns.ts';

/** What may not hold within one row of the household table. */
export const rules: readonly RuleOf<typeof columns>[] = [
  {
    code: 'registered-contradicts',
    severity: 'warning',
    column: 'registered',
    broken: { all: [{ yes: 'registered' }, { column: 'status', oneOf: ['never'] }] },
  },
  {
    code: 'registered-contradicts',
    severity: 'warning',
    column: 'registered',
    broken: { all: [{ not: { yes: 'registered' } }, { column: 'status', oneOf: ['remaining', 'exited', 'returned', 'pre-exit'] }] },
  },
  {
    code: 'industry-contradicts',
    severity: 'warning',
    column: 'has_industry',
    broken: { all: [{ not: { yes: 'has_industry' } }, { hasItems: 'industries' }] },
  },
  {
    code: 'unsafe-house-called-safe',
    severity: 'warning',
    column: 'housing',
    broken: { all: [{ yes: 'housing' }, { column: 'house_grade', oneOf: ['C', 'D'] }] },
  },
  {
    code: 'exit-year-of-the-poor',
    severity: 'warning',
    column: 'exit_year',
    broken: { all: [{ column: 'status', oneOf: ['remaining'] }, { known: 'exit_year' }] },
  },
  {
    code: 'exit-year-later',
    severity: 'warning',
    column: 'exit_year',
    broken: {
      all: [
        { column: 'status', oneOf: ['exited'] },
        { later: 'exit_year', than: 'period' },
      ],
    },
  },
  { code: 'exit-before-registration', severity: 'warning', column: 'exit_year', broken: { later: 'identified_year', than: 'exit_year' } },
  {
    code: 'nobody-in-household',
    severity: 'warning',
    column: 'persons',
    broken: { all: [{ column: 'persons', equals: 0n }, { not: { column: 'status', oneOf: ['cancelled'] } }] },
  },
  {
    code: 'risk-without-monitoring',
    severity: 'warning',
    column: 'risk_cleared',
    broken: { all: [{ known: 'risk_cleared' }, { column: 'monitoring_type', oneOf: ['none'] }] },
  },
  {
    code: 'identified-without-monitoring',
    severity: 'warning',
    column: 'identified_on',
    broken: { all: [{ known: 'identified_on' }, { column: 'monitoring_type', oneOf: ['none'] }] },
  },
  {
    code: 'cleared-before-identified',
    severity: 'warning',
    column: 'cleared_on',
    broken: { shorterThan: { days: 0n }, from: 'identified_on', to: 'cleared_on' },
  },
  {
    code: 'identified-before-clue',
    severity: 'warning',
    column: 'identified_on',
    broken: { shorterThan: { days: 0n }, from: 'clue_on', to: 'identified_on' },
  },
  {
    code: 'cleared-day-of-uncleared',
    severity: 'warning',
    column: 'cleared_on',
    broken: { all: [{ known: 'cleared_on' }, { not: { yes: 'risk_cleared' } }] },
  },
  {
    code: 'more-labour-than-persons',
    severity: 'warning',
    column: 'labour_persons',
    sum: ['labour_persons'],
    exceeds: ['persons'],
  },
];

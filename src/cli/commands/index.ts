import type { AddCommand } from '../command.ts';

/** Every command, in the order of the help page. Each is loaded when it is asked for: who reads a large file does not wait for the others. */
export const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  report: async () => (await import('./report.ts')).addReport,
  check: async () => (await import('./check.ts')).addCheck,
  assess: async () => (await import('./assess.ts')).addAssess,
  list: async () => (await import('./list.ts')).addList,
  trend: async () => (await import('./trend.ts')).addTrend,
  verify: async () => (await import('./verify.ts')).addVerify,
  explain: async () => (await import('./explain.ts')).addExplain,
  standards: async () => (await import('./standards.ts')).addStandards,
  tally: async () => (await import('./tally.ts')).addTally,
  template: async () => (await import('./template.ts')).addTemplate,
  completion: async () => (await import('./completion.ts')).addCompletion,
};

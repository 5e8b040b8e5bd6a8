import type { Met } from '../measure/judge.ts';

/** Exit statuses: public. */
export const EXIT = { done: 0, dataErrors: 1, cannotRun: 2, unmet: 3, bug: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const GRAVEST_FIRST: readonly ExitCode[] = [EXIT.bug, EXIT.cannotRun, EXIT.dataErrors, EXIT.unmet, EXIT.done];

/** When several statuses apply, the gravest counts. */
export const gravest = (...codes: readonly ExitCode[]): ExitCode => GRAVEST_FIRST.find((code) => codes.includes(code)) ?? EXIT.done;

/** The status of verdicts for those who want to fail on them: what the files say nothing about is no failure. */
export const unmetStatus = (verdicts: readonly (Met | undefined)[]): ExitCode =>
  verdicts.some((met) => met === 'no' || met === 'undetermined') ? EXIT.unmet : EXIT.done;

import type { Finding } from '../input/finding.ts';

/** The data have errors, and nothing was computed from them. `partial: true` computes in spite of them: rejected rows then widen the ranges. */
export class DataError extends Error {
  /** Everything that was found, the warnings too, in the order of the files. */
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    super(`${errors} ${errors === 1 ? 'error' : 'errors'} in the data`);
    this.name = 'DataError';
    this.findings = findings;
  }
}

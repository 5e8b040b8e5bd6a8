import { shortened, SHORTENINGS } from '../../vocabulary/percent.ts';
import { dataColumn, wordsOf } from '../../page/data-columns.ts';
import type { DataColumn, DataTable } from '../../page/format.ts';
import { READINGS } from './page.ts';
import type { Verification } from '../../verify/verification.ts';

const COLUMNS: readonly DataColumn[] = [
  dataColumn('percent'),
  dataColumn('reading', 'text', wordsOf(READINGS)),
  dataColumn('fits', 'number'),
  dataColumn('numerator_first', 'number'),
  dataColumn('numerator_last', 'number'),
  dataColumn('denominator_first', 'number'),
  dataColumn('denominator_last', 'number'),
  dataColumn('printed_pct', 'per-cent'),
];

/**
 * The answer as rows: one per reading, whose counts from first to last all fit; of pairs one row each, as far as they are listed. `fits` is how many
 * there are (blank where there is no end to them, as is the last denominator then), 0 where nothing fits.
 */
export function verificationData({ question, fits, asked }: Verification): DataTable {
  const { percent } = question;
  const rows = SHORTENINGS.flatMap((how) => {
    const { count, listed, numerators, denominators } = fits[how];
    const start = [percent, how, count?.toString() ?? ''];
    if (question.kind === 'pairs' && listed.length > 0) {
      return listed.map((pair) => {
        const [numerator, denominator] = [pair.numerator.toString(), pair.denominator.toString()];
        return [...start, numerator, numerator, denominator, denominator, shortened(pair, percent, how)];
      });
    }
    const printed = asked ? asked.printed[how].replace('%', '') : count === 0n ? '' : percent;
    const ends = asked
      ? [asked.share.numerator, asked.share.numerator, asked.share.denominator, asked.share.denominator]
      : [numerators?.first, numerators?.last, denominators?.first, denominators?.last];
    return [[...start, ...ends.map((end) => end?.toString() ?? ''), printed]];
  });
  return { columns: COLUMNS, rows };
}

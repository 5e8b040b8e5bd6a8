import type { DataRecord } from '../../page/format.ts';
import { toNumber } from '../../vocabulary/fraction.ts';
import type { Fraction } from '../../vocabulary/fraction.ts';
import { placesOf, SHORTENINGS } from '../../vocabulary/percent.ts';
import type { OpenCountRange } from '../../vocabulary/percent.ts';
import type { BothReadings, Fits, Question, ShownShare, Verification } from '../../verify/verification.ts';

/** The answer for programs: `aid-metrics/verify@1`. */
export function verificationRecord({ question, fits, anyFit, asked, nearest, instead }: Verification): DataRecord {
  const fields = {
    schema: 'aid-metrics/verify@1',
    percent: question.percent,
    decimals: placesOf(question.percent),
    question: question.kind,
    numerator: 'numerator' in question ? count(question.numerator) : null,
    denominator: 'denominator' in question ? count(question.denominator) : null,
    maxDenominator: 'most' in question && question.most !== undefined ? count(question.most) : null,
    fits: anyFit,
    ...(asked && { share: shareOf(asked) }),
    ...readings(fits, question.kind),
    ...(nearest.length > 0 && { nearest: nearest.map(shareOf) }),
    ...(instead && {
      instead: {
        denominators: readings(instead.denominators, 'denominators'),
        numerators: readings(instead.numerators, 'numerators'),
      },
    }),
  };
  return { fields };
}

/** A count as a number; as a string of digits where a double would lose some of them. */
const count = (value: bigint): number | string => (value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString());

const readings = (fits: BothReadings, kind: Question['kind']): object =>
  Object.fromEntries(SHORTENINGS.map((how) => [how, fitsJson(fits[how], kind)]));

/** `count` is null where there is no end, as `last` is then. Ranges are null where nothing fits; pairs have no range of numerators. */
function fitsJson(fits: Fits, kind: Question['kind']): unknown {
  return {
    fits: fits.count !== 0n,
    count: fits.count === undefined ? null : count(fits.count),
    ...(kind !== 'pairs' && { numerators: range(fits.numerators) }),
    denominators: range(fits.denominators),
    ...(kind === 'pairs' && { pairs: fits.listed.map(pair) }),
  };
}

const range = (one: OpenCountRange | undefined): unknown =>
  one === undefined ? null : { first: count(one.first), last: one.last === undefined ? null : count(one.last) };

const pair = ({ numerator, denominator }: Fraction): { readonly numerator: number | string; readonly denominator: number | string } => ({
  numerator: count(numerator),
  denominator: count(denominator),
});

const shareOf = ({ share, exact, printed }: ShownShare): unknown => ({
  ...pair(share),
  value: toNumber(share),
  text: exact,
  printed,
});

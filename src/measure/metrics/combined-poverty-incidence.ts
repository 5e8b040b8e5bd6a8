import { EVALUATION_SOURCE } from '../evaluation.ts';
import { defineMetric } from '../metric.ts';
import type { Part } from '../part.ts';
import { above, below } from '../reader.ts';
import { declared, evaluated, evidence, ofCounty, ofVillages, told } from '../readers/index.ts';
import type { OfCounty } from '../readers/index.ts';
import type { Quantity } from '../quantity.ts';

const UNKNOWN: Part = { value: undefined, reason: 'no-data', low: 'open', high: 'open', missing: 0n, rejected: 0n };
const NOTHING_TO_DIVIDE: Part = { ...UNKNOWN, reason: 'zero-denominator' };

/** A number that nothing unknown could change; undefined otherwise. */
const exactly = ({ value, low, high }: Quantity): bigint | undefined => (value === low && value === high ? value : undefined);

/** A number of the whole county: its own row's where that gives one, else that of all its villages. */
function ofWhole({ own, villages }: OfCounty): bigint | undefined {
  const said = exactly(own);
  if (said !== undefined || villages.length === 0) return said;
  return villages.map(exactly).reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0n);
}

/** What a sample finds, as a fraction of those whom it stands for; of nobody it is nothing, whatever the sample. */
function inSample(
  part: bigint | undefined,
  whole: bigint | undefined,
  of: bigint,
): { readonly above: bigint; readonly below: bigint } | Part {
  if (of === 0n) return { above: 0n, below: 1n };
  if (part === undefined || whole === undefined || part > whole) return UNKNOWN;
  return whole === 0n ? NOTHING_TO_DIVIDE : { above: part * of, below: whole };
}

/**
 * Combined poverty incidence (综合贫困发生率): (remaining poor + wrongly exited + missed) ÷ rural population, where the wrongly exited are the rate in the
 * sample times all exited persons, and the missed the rate in the sample times all persons not registered.
 * Source: 国开办发〔2017〕56号 names the three sums; the extrapolation is that of descriptions of the evaluation.
 */
export default defineMetric({
  id: 'combined_poverty_incidence',
  group: 'evaluation',
  label: { zh: '综合贫困发生率', en: 'Combined poverty incidence' },
  unit: 'share',
  shape: 'ratio',
  of: 'evaluation',
  estimated: true,
  judgedBy: 'exit-evaluation/combined-poverty-incidence',
  numerator: {
    label: { zh: '剩余贫困人口、错退人口和漏评人口', en: 'remaining poor, wrongly exited and missed persons' },
    unit: 'persons',
  },
  denominator: { label: { zh: '乡村户籍人口', en: 'rural registered population' }, unit: 'persons' },
  withoutDenominator: 'zero-denominator',
  definition: {
    zh: '县的剩余贫困人口加错退人口、漏评人口，占乡村户籍人口的比例。错退人口 = 错退率 × 脱贫人口（建档立卡人口减去剩余和预脱贫人口），漏评人口 = 漏评率 × 非建档立卡人口。县的行没有写的人口数，用全县各村之和。',
    en: 'Persons still poor in the county, with the wrongly exited and the missed, out of the rural registered population. Wrongly exited: their rate in the sample × exited persons (registered less remaining and pre-exit); missed: their rate × persons not registered. Numbers of persons that the county row does not give are the sums of its villages.',
  },
  formula: {
    zh: '（剩余贫困人口 + 错退率 × 脱贫人口 + 漏评率 × 非建档立卡人口）÷ 乡村户籍人口',
    en: '(remaining poor persons + wrong exit rate × exited persons + missed poor rate × persons not registered) ÷ rural registered population',
  },
  source: {
    zh: `${EVALUATION_SOURCE.zh}；推算办法见“三率一度”的说明 http://yunnanlong.com/c/4255203.html`,
    en: `${EVALUATION_SOURCE.en}; extrapolated as descriptions of the evaluation do, http://yunnanlong.com/c/4255203.html`,
  },
  sufficient: [['villages'], ['villages', 'households']],
  reads: {
    wronglyExited: above(evaluated('wrongly_exited_persons')),
    missedPoor: above(evaluated('missed_poor_persons')),
    remainingPoor: above(ofCounty('remaining_poor_persons', told('remaining_poor_persons', 'persons'))),
    surveyedExited: below(evaluated('surveyed_exited_persons')),
    surveyedOthers: below(evaluated('surveyed_other_persons')),
    ruralPopulation: below(ofCounty('rural_population', declared('rural_population'))),
    registeredPoor: ofCounty('registered_poor_persons', told('registered_poor_persons', 'persons')),
    preExitPersons: ofVillages(evidence('pre_exit_persons')),
  },
  part: ({ ruralPopulation, registeredPoor, remainingPoor, preExitPersons, ...sample }): Part => {
    const [rural, registered, remaining] = [ruralPopulation, registeredPoor, remainingPoor].map(ofWhole);
    if (rural === undefined || registered === undefined || remaining === undefined) return UNKNOWN;
    if (rural === 0n) return NOTHING_TO_DIVIDE;
    const preExit = preExitPersons.reduce((sum, { yes }) => sum + yes, 0n);
    const [exited, others] = [registered - remaining - preExit, rural - registered];
    if (exited < 0n || others < 0n) return UNKNOWN;
    const wrong = inSample(exactly(sample.wronglyExited), exactly(sample.surveyedExited), exited);
    const missed = inSample(exactly(sample.missedPoor), exactly(sample.surveyedOthers), others);
    if (!('above' in wrong)) return wrong;
    if (!('above' in missed)) return missed;
    const scale = wrong.below * missed.below;
    const value = {
      numerator: remaining * scale + wrong.above * missed.below + missed.above * wrong.below,
      denominator: rural * scale,
    };
    return { value, low: value, high: value, missing: 0n, rejected: 0n, evidence: 'villages', scale };
  },
});

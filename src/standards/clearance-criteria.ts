import type { WrittenScheme } from './define.ts';

type Criterion = WrittenScheme['criteria'][number];

/** What documents ask of a household before its risk is called cleared, each in their own words. What a document does not ask for is not given. */
export interface ClearanceWordings {
  readonly income: string;
  readonly guarantees: string;
  readonly months?: string;
  readonly measures?: string;
  readonly labour?: string;
}

const LABELS = {
  income: { zh: '收入超过监测范围', en: 'Income above the monitoring line' },
  guarantees: { zh: '“两不愁三保障”和饮水安全', en: 'The guarantees and safe water' },
  months: { zh: '监测满规定时间', en: 'Monitored long enough' },
  measures: { zh: '落实了帮扶措施', en: 'Measures taken' },
  labour: { zh: '有劳动力', en: 'Somebody able to work' },
} as const satisfies Readonly<Record<keyof ClearanceWordings, Criterion['label']>>;

const ANSWERS = {
  income: ['above_monitoring_line'],
  guarantees: ['food', 'clothing', 'education', 'medical', 'housing', 'water'],
  months: ['identified_long_enough'],
  measures: ['measures'],
  labour: ['labour'],
} as const;

/** The criteria of a scheme of clearances, by the words of its document. */
export const clearanceCriteria = (wordings: ClearanceWordings): Criterion[] =>
  (Object.keys(ANSWERS) as (keyof ClearanceWordings)[])
    .flatMap((name) => (wordings[name] === undefined ? [] : [{ name, wording: wordings[name] }]))
    .map(({ name, wording }, index) => ({
      number: index + 1,
      label: LABELS[name],
      wording,
      parts: ANSWERS[name].map((answer) => ({ kind: 'answer' as const, answer })),
    }));

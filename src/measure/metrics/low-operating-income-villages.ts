import { operatingIncomeBand } from '../operating-income-band.ts';

/** Villages in the lowest band of operating income (5万元以下). Source: classes of statistics, see `operatingIncomeBand`. */
export default operatingIncomeBand({
  id: 'low_operating_income_villages',
  label: { zh: '经营性收入低档村占比（5万元以下）', en: 'Villages with little operating income' },
  short: { zh: '低档村', en: 'Low band' },
  counted: { zh: '经营性收入在下限以下（默认5万元）的村', en: 'villages below the lower limit of operating income' },
  to: 'lower',
});

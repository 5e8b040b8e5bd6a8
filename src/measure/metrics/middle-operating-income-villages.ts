import { operatingIncomeBand } from '../operating-income-band.ts';

/** Villages in the middle band of operating income (5万—10万元). Source: classes of statistics, see `operatingIncomeBand`. */
export default operatingIncomeBand({
  id: 'middle_operating_income_villages',
  label: { zh: '经营性收入中档村占比（5万—10万元）', en: 'Villages with some operating income' },
  short: { zh: '中档村', en: 'Middle band' },
  counted: { zh: '经营性收入在两个界限之间（默认5万—10万元）的村', en: 'villages between the two limits of operating income' },
  from: 'lower',
  to: 'upper',
});

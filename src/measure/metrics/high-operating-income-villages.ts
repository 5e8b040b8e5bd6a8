import { operatingIncomeBand } from '../operating-income-band.ts';

/** Villages in the highest band of operating income (10万元及以上). Source: classes of statistics, see `operatingIncomeBand`. */
export default operatingIncomeBand({
  id: 'high_operating_income_villages',
  label: { zh: '经营性收入高档村占比（10万元及以上）', en: 'Villages with much operating income' },
  short: { zh: '高档村', en: 'High band' },
  counted: { zh: '经营性收入达到上限（默认10万元）的村', en: 'villages at or above the upper limit of operating income' },
  from: 'upper',
});

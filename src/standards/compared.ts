/** The standards whose numbers rows are compared with, by the name under which a condition knows each. Some are shipped for no region: they are the office's own. */
export const COMPARED = {
  poverty_line: 'poverty-line',
  floor_area: 'household-exit/floor-area',
  monitoring_line: 'monitoring-line',
  clearance_months: 'risk-clearance/months',
  recognition_days: 'monitoring/recognition-days',
  measures_months: 'monitoring/measures-months',
} as const;

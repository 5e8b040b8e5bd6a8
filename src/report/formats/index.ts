import type { Format } from '../format.ts';
import { csv } from '../pages/report/data.ts';
import { json } from '../pages/report/record.ts';
import { table } from '../pages/report/page.ts';
import { tallies } from '../pages/tallies/data.ts';

/** Every format of a report. */
export const formats: readonly Format[] = [table, csv, json, tallies];

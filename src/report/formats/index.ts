import type { Format } from '../format.ts';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { table } from './table.ts';
import { tallies } from './tallies.ts';

/** Every format of a report. */
export const formats: readonly Format[] = [table, csv, json, tallies];

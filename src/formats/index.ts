import type { Format } from '../page/format.ts';
import { csv, tsv } from './csv.ts';
import { htmlFormat } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { table } from './table.ts';
import { xlsx } from './xlsx.ts';

/** Every format: a command that makes the faces of its result has them all. */
export const formats: readonly Format[] = [table, csv, tsv, json, markdown, htmlFormat, xlsx];

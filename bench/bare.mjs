// The yardstick: a bare loop over csv-parse without options. Usage: node bench/bare.mjs FILE
import { createReadStream, writeSync } from 'node:fs';
import { parse } from 'csv-parse';

let rows = 0;
for await (const row of createReadStream(process.argv[2]).pipe(parse())) rows += row.length > 0 ? 1 : 0;
writeSync(1, `${rows}\n`);

// A loop over csv-parse that adds the same counts up and checks nothing. Usage: node bench/peers/csv-parse.mjs FILE
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { Counts } from './counts.mjs';

const counts = new Counts();
for await (const row of createReadStream(process.argv[2]).pipe(parse({ columns: true }))) counts.add(row);
counts.print();

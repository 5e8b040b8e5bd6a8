// Runs a module as if it were the program, and says its peak memory at the end: node bench/measured.mjs MODULE ARGUMENTS…
import { writeSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [, , module, ...rest] = process.argv;
process.argv = [process.argv[0], module, ...rest];
process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
await import(pathToFileURL(module).href);

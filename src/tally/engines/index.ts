import type { Engine } from './engine.ts';
import { files } from './files/engine.ts';
import { sql } from './sql/engine.ts';

/** All engines. What is true of one is true of each: see the laws. */
export const engines: readonly Engine[] = [files, sql];

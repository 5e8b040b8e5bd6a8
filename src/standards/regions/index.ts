import type { Book } from '../standard.ts';
import { anhui } from './anhui.ts';
import { gansu } from './gansu.ts';
import { guangxi } from './guangxi.ts';
import { henan } from './henan.ts';
import { nation } from './nation.ts';

/** Every issuing authority whose standards are shipped, the widest first. */
const authorities: readonly Book[] = [nation, guangxi, gansu, anhui, henan];

/** All that is shipped. */
export const shippedBook: Book = {
  standards: authorities.flatMap(({ standards }) => standards),
  schemes: authorities.flatMap(({ schemes }) => schemes),
};

import type { Book } from '../standard.ts';
import { anhui } from './anhui.ts';
import { bands } from './bands.ts';
import { gansu } from './gansu.ts';
import { guangxi } from './guangxi.ts';
import { henan } from './henan.ts';
import { innerMongolia } from './inner-mongolia.ts';
import { nation } from './nation.ts';
import { sichuan } from './sichuan.ts';

/** Every issuing authority whose standards are shipped, the widest first. */
const authorities: readonly Book[] = [nation, bands, guangxi, gansu, innerMongolia, sichuan, anhui, henan];

/** All that is shipped. */
export const shippedBook: Book = {
  standards: authorities.flatMap(({ standards }) => standards),
  schemes: authorities.flatMap(({ schemes }) => schemes),
};

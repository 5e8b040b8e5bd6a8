import type { Made } from '../report/document/provenance.ts';
import type { CommandContext } from './command.ts';
import { VERSION } from './version.ts';

/** Words that a shell takes as they are. */
const PLAIN = /^[\p{L}\p{N}_\-./=:,+@%]+$/u;

/** The command line as it can be typed again, and the version of the tool. */
export const madeBy = ({ argv }: Pick<CommandContext, 'argv'>): Made => ({
  command: ['aid-metrics', ...argv].map((word) => (PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`)).join(' '),
  version: VERSION,
});

import type { Sign, Tone } from './page.ts';

/** Shows a text in its tone, as far as the terminal can. */
export type Paint = (text: string, tone: Tone | undefined) => string;

/** How a sign is to be taken. */
export const SIGN_TONES: Readonly<Record<Sign, Tone>> = {
  met: 'met',
  'not-met': 'not-met',
  undetermined: 'undetermined',
  'not-assessable': 'quiet',
};

import { gatedLine } from '../page/gate.ts';
import type { Lang, Text } from '../vocabulary/text.ts';
import type { World } from './world.ts';

/** Writes a line to standard error, through the gate: whatever it tells of files, options or keys holds no number of a person and obeys no terminal. */
export const sayLine = (text: string, { stderr }: Pick<World, 'stderr'>): void => {
  stderr.write(`${gatedLine(text)}\n`);
};

/** Says what stops the program. */
export const sayError = (text: Text, lang: Lang, world: Pick<World, 'stderr'>): void =>
  sayLine(`${{ zh: '错误：', en: 'error: ' }[lang]}${text[lang]}`, world);

/** Says what a reader should know. */
export const sayNote = (text: Text, lang: Lang, world: Pick<World, 'stderr'>): void =>
  sayLine(`${{ zh: '提示：', en: 'note: ' }[lang]}${text[lang]}`, world);

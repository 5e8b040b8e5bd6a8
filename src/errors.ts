import type { Text } from './vocabulary/text.ts';

/** The program cannot go on, and the person can mend it: exit status 2. Each message holds its fix. */
export class UserError extends Error {
  readonly texts: readonly Text[];

  constructor(...texts: readonly Text[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.name = 'UserError';
    this.texts = texts;
  }
}

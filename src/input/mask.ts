/** A name of which only the first character may leave the tool: 郭**. */
export const maskName = (name: string): string => (name === '' ? '' : `${Array.from(name)[0]}**`);

/** An identity number: the region and the last digits, as registries print it: 4524**********1234. */
export const maskNumber = (digits: string): string =>
  digits.length < 10 ? '*'.repeat(digits.length) : `${digits.slice(0, 4)}${'*'.repeat(digits.length - 8)}${digits.slice(-4)}`;

const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?:\d{2}|\d{4})?(?!\d)|(?<!\d)\d{15}(?!\d)/gu;

/** Characters that a terminal would obey, or that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Text of a file as it may be printed: identity numbers masked wherever they stand, characters that a terminal would obey made visible. */
export const maskIdentityNumbers = (text: string): string => text.replace(IDENTITY_NUMBER, maskNumber).replace(COMMANDS, '␛');

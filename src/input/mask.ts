/** A name of which only the first character may leave the tool: 郭**. */
export const maskName = (name: string): string => (name === '' ? '' : `${Array.from(name)[0]}**`);

/** An identity number: the region and the last digits, as registries print it: 4524**********1234. */
export const maskNumber = (digits: string): string =>
  digits.length < 10 ? '*'.repeat(digits.length) : `${digits.slice(0, 4)}${'*'.repeat(digits.length - 8)}${digits.slice(-4)}`;

const IDENTITY_NUMBER = /(?<!\d)\d{17}[\dXx](?:\d{2}|\d{4})?(?!\d)|(?<!\d)\d{15}(?!\d)/gu;

/** Masks identity numbers that stand where they should not, in any text that is printed. */
export const maskIdentityNumbers = (text: string): string => text.replace(IDENTITY_NUMBER, maskNumber);

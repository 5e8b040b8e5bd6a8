/** A printed number with its thousands set apart, as people read it: 82,000.00, +2,439.02%, ≥28,677,912.00. Numbers of three digits stay as they are. */
export const withThousands = (number: string): string =>
  number.replaceAll(/(?<![\d.])\d{4,}/gu, (digits) => digits.replaceAll(/\B(?=(?:\d{3})+$)/gu, ','));

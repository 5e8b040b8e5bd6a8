import { formatCount, countAsNumber } from '../format-value.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Figure } from '../../rows/list-kind.ts';

/** A figure as a person reads it. */
export function figureText(figure: Figure | undefined, lang: Lang): string {
  if (figure === undefined) return '';
  if (figure.kind === 'money') return `${figure.atLeast ? '≥' : ''}${formatCount(figure.amount, 'yuan')}`;
  if (figure.kind === 'number') return figure.value.toString();
  if (figure.kind === 'day') return figure.day;
  return figure.words.map(({ text }) => text[lang]).join({ zh: '、', en: ', ' }[lang]);
}

/** A figure as a cell of CSV: words by their codes. */
export const figureCell = (figure: Figure | undefined): string =>
  figure?.kind === 'words' ? figure.words.map(({ code }) => code).join('、') : figureText(figure, 'en');

/** A figure as JSON; null where it is not known. Money is a number in yuan. */
export function figureJson(figure: Figure | undefined): unknown {
  if (figure === undefined) return null;
  if (figure.kind === 'money') return countAsNumber(figure.amount, 'yuan');
  if (figure.kind === 'number') return Number(figure.value);
  if (figure.kind === 'day') return figure.day;
  return figure.words.map(({ code }) => code);
}

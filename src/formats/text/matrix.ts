import stringWidth from 'string-width';
import { cut, fill, padded } from '../../page/lines.ts';
import { NARROWEST_TABLE } from './strip.ts';
import type { Pen } from './pen.ts';
import type { Matrix, MatrixRow, Sign } from '../../page/page.ts';
import { SIGNS } from '../../page/signs.ts';
import { SIGN_TONES } from '../../page/tones.ts';

/** In a matrix what is met is a point: with a tick in every cell, a cross cannot be found without colour. */
const MET = '.';
const MOST_FOR_NAME = 18;
const MOST_FOR_CRITERION = 22;
const LEAST_FOR_SHORT = 16;
const LEAST_FOR_BARS = 8;

const cellSign = (sign: Sign | undefined): string =>
  sign === undefined ? ' ' : sign === 'met' ? MET : sign === 'not-assessable' ? '-' : SIGNS[sign];

/** Draws how many places fail each criterion, and a line for each place. */
export function drawMatrix(matrix: Matrix, pen: Pen): string {
  const { width } = pen;
  return width < NARROWEST_TABLE ? strip(matrix, pen) : `${bars(matrix, pen)}\n\n${grid(matrix, pen)}`;
}

/** Each criterion with a bar: what is not met solid, what nobody can say lighter. */
function bars({ heads, criteria }: Matrix, { width, paint }: Pen): string {
  const label = Math.min(MOST_FOR_CRITERION, Math.max(stringWidth(heads.criterion), ...criteria.map((one) => stringWidth(one.label))));
  const [no, open] = [heads.notMet, heads.undetermined].map((head) => Math.max(4, stringWidth(head)));
  const room = Math.max(0, width - (4 + label + 2 + no! + 2 + open! + 2));
  const most = Math.max(1, ...criteria.map(({ notMet, undetermined }) => notMet + undetermined));
  const scaled = (count: number): number =>
    room < LEAST_FOR_BARS || count === 0 ? 0 : Math.max(1, Math.round((count / most) * Math.min(room, 40)));
  const head = `${padded(heads.number, 2)}  ${padded(heads.criterion, label)}  ${padded(heads.notMet, no!, 'right')}  ${padded(heads.undetermined, open!, 'right')}`;
  return [
    paint(head, 'strong'),
    ...criteria.map(({ number, label: name, notMet, undetermined }) =>
      [
        `${padded(String(number), 2, 'right')}  ${padded(cut(name, label), label)}  ${padded(String(notMet), no!, 'right')}  ${padded(String(undetermined), open!, 'right')}  `,
        paint('█'.repeat(scaled(notMet)), 'not-met'),
        paint('▒'.repeat(scaled(undetermined)), 'undetermined'),
      ]
        .join('')
        .trimEnd(),
    ),
  ].join('\n');
}

function grid({ heads, criteria, rows }: Matrix, { width, paint }: Pen): string {
  const name = Math.min(width < 80 ? 12 : MOST_FOR_NAME, Math.max(stringWidth(heads.place), ...rows.map((row) => stringWidth(row.name))));
  const verdict = Math.max(1, stringWidth(heads.verdict));
  const fixed = name + 2 + verdict;
  // Three columns for each criterion, two where the page is narrow.
  const cell =
    fixed + criteria.length * 3 + 2 <= width && width >= 80 ? 3 : Math.max(2, ...criteria.map(({ number }) => String(number).length));
  const short = width - fixed - criteria.length * cell - 2;
  const withShort = short >= LEAST_FOR_SHORT;
  const head = `${padded(heads.place, name)}  ${heads.verdict}${criteria.map(({ number }) => padded(String(number), cell, 'right')).join('')}${withShort ? `  ${heads.short}` : ''}`;
  const line = (row: MatrixRow): string => {
    const start = `${padded(cut(row.name, name), name)}  ${coloured(row.sign, row.sign === undefined ? '-' : SIGNS[row.sign], paint)}${' '.repeat(verdict - 1)}`;
    if (row.instead !== undefined) return `${start}  ${paint(cut(row.instead, width - fixed - 2), 'quiet')}`;
    const cells = row.signs.map((sign) => ' '.repeat(cell - 1) + coloured(sign, cellSign(sign), paint)).join('');
    return `${start}${cells}${withShort ? `  ${paint(cut(row.short, short), 'not-met')}` : ''}`.trimEnd();
  };
  return [
    paint(head, 'strong'),
    paint('─'.repeat(Math.min(width, stringWidth(head) + (withShort ? short - stringWidth(heads.short) : 0))), 'quiet'),
    ...rows.map(line),
  ].join('\n');
}

/** One place below the other; what is met is one line. */
function strip({ heads, criteria, rows }: Matrix, { width, paint }: Pen): string {
  const counts = criteria.map(({ number, label, notMet, undetermined }) =>
    fill(`${number} ${label}: ${SIGNS['not-met']}${notMet} ${SIGNS.undetermined}${undetermined}`, width),
  );
  const numbers = (row: MatrixRow, wanted: readonly Sign[]): string =>
    criteria.flatMap(({ number }, at) => (row.signs[at] !== undefined && wanted.includes(row.signs[at]) ? [String(number)] : [])).join(' ');
  const lines = rows.map((row) => {
    const first = `${coloured(row.sign, row.sign === undefined ? '-' : SIGNS[row.sign], paint)} ${cut(row.name, width - 2)}`;
    const [no, open] = [numbers(row, ['not-met']), numbers(row, ['undetermined', 'not-assessable'])];
    const said = [no === '' ? '' : `${heads.notMet} ${no}`, open === '' ? '' : `${heads.undetermined} ${open}`].filter(Boolean).join('  ');
    const below = row.instead ?? said;
    return below === '' ? first : `${first}\n${fill(below, width - 4).replaceAll(/^/gmu, '    ')}`;
  });
  return `${counts.join('\n')}\n\n${lines.join('\n')}`;
}

const coloured = (sign: Sign | undefined, text: string, paint: Pen['paint']): string =>
  paint(text, sign === undefined || sign === 'met' ? (text === MET ? 'quiet' : sign && SIGN_TONES[sign]) : SIGN_TONES[sign]);

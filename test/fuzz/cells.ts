import type { Column } from '../../src/language/column.ts';
import type { Dice } from './dice.ts';

/** Personal data that no output may show: a name, an identity number, a telephone, a bank card. All made up. */
export const PLANTED = { name: '欧阳某某丙', identity: '11010119900307123X', phone: '13912345678', card: '6222021234567890123' } as const;

const VILLAGES = ['甲村', '乙村', '大坪村', '上寨', '第3村', '大桥村（一）', '大 坪村'];
const PERIODS = ['2019', '2020', '2020', '2020-04', '2020年'];

/** A cell as an office would fill it in. */
function usual(column: string, { kind, choices }: Column, dice: Dice): string {
  if (column === 'village') return dice.of(VILLAGES);
  if (column === 'county') return '示范县';
  switch (kind) {
    case 'count':
      return String(dice.below(dice.of([3, 50, 2000])));
    case 'money':
      return dice.of([String(dice.below(90_000)), `${dice.below(900)}.50`, '1,200', '8.2万']);
    case 'quantity':
    case 'rate':
      return String(dice.below(90));
    case 'yes-no':
      return dice.of(['是', '否', '有', '无', '√', '']);
    case 'choice':
      return dice.of(Object.entries(choices ?? { x: ['x'] }).flatMap(([id, words]) => [id, ...words]));
    case 'period':
      return dice.of(PERIODS);
    case 'year':
      return dice.of(['2016', '2018', '2020']);
    case 'date':
    case 'moment':
      return dice.of(['2020-04-18', '2020年4月', '2020']);
    case 'list':
      return dice.of(['鸡', '鸡、油茶', '优质稻；鸡', '无']);
    case 'text':
    case 'text-id':
      return dice.of(['0001', '0002', 'H3', '公安镇', '某某']);
    case 'identity':
      return '11010119900307123X';
    default:
      return dice.of(['0001', '0002', 'H3', '公安镇', '某某']);
  }
}

// prettier-ignore
const NASTY = [
  '', ' ', '\u3000', '"', 'a"b', ',', '\n', 'a\nb', '\t', '\0', "'=1", '\u200b', '=1+1', '="0001"', '@SUM(A1)', '-1', '1e309', '4.52E+17',
  '１，２００', '一百', '1..2', '999999999999999999999', '5.05万元', '95.78%', '≥3', '87万多', '2020-13', '9999-12-31', '1980-01', '√', '×',
  '不详', '#REF!', '#N/A', '/', '—', '__proto__', 'constructor', '合计', '小计', '注：某某', '单位：万元', '\ud83d\ude00', '\u202e村', '(', '1,',
  '9'.repeat(600), '村'.repeat(300), '"'.repeat(9), ' '.repeat(400) + 'x', ...Object.values(PLANTED),
];

/** A cell of a column: mostly sound, sometimes not. */
export const cellOf = (column: string, definition: Column, dice: Dice): string =>
  dice.oneIn(12) ? dice.of(NASTY) : dice.oneIn(14) ? '' : usual(column, definition, dice);

export const nastyCell = (dice: Dice): string => dice.of(NASTY);

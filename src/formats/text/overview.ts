import stringWidth from 'string-width';
import { cut, fill, padded } from '../../page/lines.ts';
import type { Overview, OverviewRow, Tone } from '../../page/page.ts';
import { Drawn } from './figure-column.ts';
import { NARROWEST_TABLE, setIn } from './strip.ts';
import type { Pen } from './pen.ts';

/** Widths that names are cut to, one after the other. */
const NAMES = [20, 16, 14, 12, 8] as const;
const GAP = 2;

const MISSING = {
  counts: { zh: '分子分母', en: 'counts' },
  asides: { zh: '差额', en: 'shortfalls' },
} as const;

/** Columns that had to go are named one by one, as long as they are no more than this. */
const MOST_NAMED = 4;

/** How much of an overview is shown. */
interface Plan {
  readonly where: boolean;
  readonly name: number;
  /** The columns that are shown, by their places in the row. */
  readonly columns: readonly number[];
  /** So many of all columns with what stands beside their numbers. */
  readonly full: number;
}

/** An overview as it is drawn. `isCut`: in the end it says what was left out. */
export interface DrawnOverview {
  readonly text: string;
  readonly isCut: boolean;
}

/** Draws an overview; nothing where its other form is to stand in its place. */
export function drawOverview(overview: Overview, pen: Pen): DrawnOverview | undefined {
  const drawing = new Drawing(overview, pen);
  const plan = pen.width < NARROWEST_TABLE ? undefined : drawing.plans().find((one) => drawing.widthOf(one) <= pen.width);
  if (pen.width >= NARROWEST_TABLE && overview.otherwise && (plan?.columns.length ?? 0) < overview.columns.length) return undefined;
  return plan ? drawing.table(plan) : { text: drawing.strip(), isCut: false };
}

/** What had no room, and where all of it stands. */
export function leftOutText(items: readonly string[], complete: string | undefined, { width, lang }: Pick<Pen, 'width' | 'lang'>): string {
  const where = complete === undefined ? { zh: '', en: '' } : { zh: `（${complete}）`, en: ` (${complete})` };
  return {
    zh: `宽 ${width} 列放不下：${items.join('、')}${where.zh}`,
    en: `Left out at ${width} columns: ${items.join(', ')}${where.en}`,
  }[lang];
}

class Drawing {
  readonly #overview: Overview;
  readonly #pen: Pen;
  readonly #rows: readonly OverviewRow[];
  readonly #columns: readonly Drawn[];

  constructor(overview: Overview, pen: Pen) {
    this.#overview = overview;
    this.#pen = pen;
    this.#rows = overview.total ? [...overview.rows, overview.total] : overview.rows;
    this.#columns = overview.columns.map(
      (column, at) =>
        new Drawn(
          column,
          this.#rows.map(({ figures }) => figures[at]!),
          pen,
        ),
    );
  }

  /** What is shown, from all of it to the least. */
  plans(): readonly Plan[] {
    const all = [...this.#columns.keys()];
    const { where, leaving = all.toReversed(), keepsNames = false } = this.#overview;
    const widths: readonly number[] = keepsNames ? [Number.POSITIVE_INFINITY] : NAMES;
    const whole: Plan = { where: where !== undefined, name: widths[0]!, columns: all, full: all.length };
    const plans = [whole];
    for (let full = all.length; full >= 0; full--) plans.push({ ...whole, where: false, full });
    for (let gone = 0; gone < all.length; gone++) {
      const columns = all.filter((at) => !leaving.slice(0, gone).includes(at));
      for (const name of widths) plans.push({ where: false, name, columns, full: 0 });
    }
    return plans;
  }

  widthOf(plan: Plan): number {
    return this.#widths(plan).reduce((sum, one) => sum + one + GAP, -GAP);
  }

  #widths({ where, name, columns, full }: Plan): readonly number[] {
    return [
      Math.min(name, this.#widest('name', this.#overview.name)),
      ...(where ? [Math.min(NAMES[0], this.#widest('where', this.#overview.where!))] : []),
      ...columns.map((at) => this.#columns[at]!.width(at < full)),
    ];
  }

  #widest(part: 'name' | 'where', head: string): number {
    return this.#rows.reduce((most, row) => Math.max(most, stringWidth(row[part] ?? '')), stringWidth(head));
  }

  table(plan: Plan): DrawnOverview {
    const { paint, width } = this.#pen;
    const widths = this.#widths(plan);
    const shown = plan.columns.map((at) => ({ column: this.#columns[at]!, isFull: at < plan.full }));
    // What all together are called is no name to be cut: where there is no room for it, how many they are goes.
    const sum = (one: OverviewRow): string => (stringWidth(one.name) > widths[0]! ? one.name.replace(/ .*/u, '') : one.name);
    const names = (name: string, where: string | undefined): readonly string[] =>
      [name, ...(plan.where ? [where ?? ''] : [])].map((text, at) => padded(cut(text, widths[at]!), widths[at]!));
    const line = (cells: readonly string[]): string => cells.join(' '.repeat(GAP)).trimEnd();
    const rule = paint('─'.repeat(Math.min(width, this.widthOf(plan))), 'quiet');
    const row = (one: OverviewRow, at: number, tone?: Tone): string =>
      line([
        ...names(one === this.#overview.total ? sum(one) : one.name, one.where).map((text) => paint(text, tone)),
        ...shown.map(({ column, isFull }) => padded(column.cell(at, isFull, tone), column.width(isFull))),
      ]);
    const heads = shown.map(({ column, isFull }) => column.heading(isFull));
    const height = Math.max(1, ...heads.map((one) => one.length));
    const headings = Array.from({ length: height }, (_, at) =>
      paint(
        line([
          ...(at === 0 ? names(this.#overview.name, this.#overview.where) : names('', '')),
          ...heads.map((one, index) => {
            const { column, isFull } = shown[index]!;
            return padded(one[at] ?? '', column.width(isFull));
          }),
        ]),
        'strong',
      ),
    );
    const { rows, total } = this.#overview;
    const left = this.#leftOut(plan);
    const lines = [
      ...headings,
      rule,
      ...rows.map((one, at) => row(one, at)),
      ...(total ? [...(rows.length > 0 ? [rule] : []), row(total, rows.length, 'strong')] : []),
      ...(left === undefined ? [] : ['', paint(fill(left, width), 'quiet')]),
    ];
    return { text: lines.join('\n'), isCut: left !== undefined };
  }

  #leftOut({ where, columns, full }: Plan): string | undefined {
    const { lang } = this.#pen;
    const shown = columns.filter((at) => at >= full).map((at) => this.#columns[at]!);
    const gone = this.#columns.filter(({ head }, at) => !columns.includes(at) && head !== '').map(({ head }) => head);
    const items = [
      ...(this.#overview.where !== undefined && !where ? [this.#overview.where] : []),
      ...(shown.some(({ hasCounts }) => hasCounts) ? [MISSING.counts[lang]] : []),
      ...(shown.some(({ hasAsides }) => hasAsides) ? [this.#overview.asides ?? MISSING.asides[lang]] : []),
      ...(gone.length > MOST_NAMED ? [`${gone[0]!} … ${gone.at(-1)!}`] : gone),
    ];
    return items.length === 0 ? undefined : leftOutText(items, this.#overview.complete, this.#pen);
  }

  /** Places below each other, a line for each number. */
  strip(): string {
    const { lang, paint, width } = this.#pen;
    const colon = { zh: '：', en: ': ' }[lang];
    const bracket = (where: string): string => ({ zh: `（${where}）`, en: ` (${where})` })[lang];
    const limits = this.#columns.flatMap(({ limit }) => limit ?? []);
    const blocks = this.#rows.map((row, at) => {
      const name = `${row.name}${row.where === undefined ? '' : bracket(row.where)}`;
      // Charts stand first: they are of all the numbers below.
      const lines = this.#columns
        .toSorted((a, b) => Number(a.head !== '') - Number(b.head !== ''))
        .flatMap((column) => {
          const item = column.item(at);
          return item.trim() === '' ? [] : [setIn(`${column.head === '' ? '' : `${column.head}${colon}`}${item}`, width)];
        });
      return [paint(fill(name, width), 'strong'), ...lines].join('\n');
    });
    // Where rows are no places, the page does not say otherwise whose they are.
    const { name, keepsNames } = this.#overview;
    if (keepsNames === true) blocks.unshift(paint(fill(name, width), 'strong'));
    return [...(limits.length === 0 ? [] : [fill(limits.join({ zh: '；', en: '; ' }[lang]), width)]), ...blocks].join('\n\n');
  }
}

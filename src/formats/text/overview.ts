import stringWidth from 'string-width';
import { cut, fill, padded } from '../../page/lines.ts';
import type { Lang } from '../../vocabulary/text.ts';
import type { Overview, OverviewRow, Run, Tone } from '../../page/page.ts';
import type { Paint } from '../../page/tones.ts';
import { Drawn } from './figure-column.ts';

/** What an overview is drawn with. */
export interface Pen {
  readonly width: number;
  readonly lang: Lang;
  readonly paint: Paint;
  readonly inline: (runs: readonly Run[]) => string;
}

/** Narrower than this, a page is a strip: places stand one below the other, each number with its name. */
export const NARROWEST_TABLE = 55;
/** Widths that names are cut to, one after the other. */
const NAMES = [20, 16, 14, 12, 8] as const;
const GAP = 2;

const MISSING = {
  counts: { zh: '分子分母', en: 'counts' },
  asides: { zh: '差额', en: 'shortfalls' },
} as const;

/** How much of an overview is shown. */
interface Plan {
  readonly where: boolean;
  readonly name: number;
  /** So many columns. */
  readonly columns: number;
  /** So many of them with what stands beside their numbers. */
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
  if (pen.width >= NARROWEST_TABLE && overview.otherwise && (plan?.columns ?? 0) < overview.columns.length) return undefined;
  return plan ? drawing.table(plan) : { text: drawing.strip(), isCut: false };
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
    const all = this.#columns.length;
    const whole: Plan = { where: this.#overview.where !== undefined, name: NAMES[0], columns: all, full: all };
    const plans = [whole];
    for (let full = all; full >= 0; full--) plans.push({ ...whole, where: false, full });
    for (let columns = all; columns > 0; columns--) for (const name of NAMES) plans.push({ where: false, name, columns, full: 0 });
    return plans;
  }

  widthOf(plan: Plan): number {
    return this.#widths(plan).reduce((sum, one) => sum + one + GAP, -GAP);
  }

  #widths({ where, name, columns, full }: Plan): readonly number[] {
    return [
      Math.min(name, this.#widest('name', this.#overview.name)),
      ...(where ? [Math.min(NAMES[0], this.#widest('where', this.#overview.where!))] : []),
      ...this.#columns.slice(0, columns).map((column, at) => column.width(at < full)),
    ];
  }

  #widest(part: 'name' | 'where', head: string): number {
    return this.#rows.reduce((most, row) => Math.max(most, stringWidth(row[part] ?? '')), stringWidth(head));
  }

  table(plan: Plan): DrawnOverview {
    const { paint, width } = this.#pen;
    const widths = this.#widths(plan);
    const shown = this.#columns.slice(0, plan.columns);
    // What all together are called is no name to be cut: where there is no room for it, how many they are goes.
    const sum = (one: OverviewRow): string => (stringWidth(one.name) > widths[0]! ? one.name.replace(/ .*/u, '') : one.name);
    const names = (name: string, where: string | undefined): readonly string[] =>
      [name, ...(plan.where ? [where ?? ''] : [])].map((text, at) => padded(cut(text, widths[at]!), widths[at]!));
    const line = (cells: readonly string[]): string => cells.join(' '.repeat(GAP)).trimEnd();
    const rule = paint('─'.repeat(Math.min(width, this.widthOf(plan))), 'quiet');
    const row = (one: OverviewRow, at: number, tone?: Tone): string =>
      line([
        ...names(one === this.#overview.total ? sum(one) : one.name, one.where).map((text) => paint(text, tone)),
        ...shown.map((column, index) => padded(column.cell(at, index < plan.full, tone), column.width(index < plan.full))),
      ]);
    const heads = shown.map((column, at) => column.heading(at < plan.full));
    const height = Math.max(1, ...heads.map((one) => one.length));
    const headings = Array.from({ length: height }, (_, at) =>
      paint(
        line([
          ...(at === 0 ? names(this.#overview.name, this.#overview.where) : names('', '')),
          ...heads.map((one, index) => padded(one[at] ?? '', shown[index]!.width(index < plan.full))),
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
      ...(total ? [rule, row(total, rows.length, 'strong')] : []),
      ...(left === undefined ? [] : ['', paint(fill(left, width), 'quiet')]),
    ];
    return { text: lines.join('\n'), isCut: left !== undefined };
  }

  #leftOut({ where, columns, full }: Plan): string | undefined {
    const { lang, width } = this.#pen;
    const shown = this.#columns.slice(0, columns).filter((_, at) => at >= full);
    const items = [
      ...(this.#overview.where !== undefined && !where ? [this.#overview.where] : []),
      ...(shown.some(({ hasCounts }) => hasCounts) ? [MISSING.counts[lang]] : []),
      ...(shown.some(({ hasAsides }) => hasAsides) ? [MISSING.asides[lang]] : []),
      ...this.#columns.slice(columns).map(({ head }) => head),
    ];
    if (items.length === 0) return undefined;
    const { complete } = this.#overview;
    return {
      zh: `宽 ${width} 列放不下：${items.join('、')}（${complete}）`,
      en: `Left out at ${width} columns: ${items.join(', ')} (${complete})`,
    }[lang];
  }

  /** Places below each other, a line for each number. */
  strip(): string {
    const { lang, paint, width } = this.#pen;
    const colon = { zh: '：', en: ': ' }[lang];
    const bracket = (where: string): string => ({ zh: `（${where}）`, en: ` (${where})` })[lang];
    const limits = this.#columns.flatMap(({ limit }) => limit ?? []);
    const blocks = this.#rows.map((row, at) => {
      const name = `${row.name}${row.where === undefined ? '' : bracket(row.where)}`;
      const lines = this.#columns.map((column) => `  ${column.head}${colon}${column.item(at)}`);
      return [
        paint(fill(name, width), 'strong'),
        ...lines.map((one) =>
          fill(one.trimStart(), width - 2)
            .split('\n')
            .map((part) => `  ${part}`)
            .join('\n'),
        ),
      ].join('\n');
    });
    return [...(limits.length === 0 ? [] : [fill(limits.join({ zh: '；', en: '; ' }[lang]), width)]), ...blocks].join('\n\n');
  }
}

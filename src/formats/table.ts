import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { SET_IN, draw, drawGroups, tableWidth } from './text/draw.ts';
import type { Align } from './text/draw.ts';
import type { Format, Surface } from '../page/format.ts';
import { gated } from '../page/gate.ts';
import { fill } from '../page/lines.ts';
import type { Block, Cell, Figures, Inline, Notes, Overview, Paragraph, RowGroup, Run, Table, Tallies, Title, Tone } from '../page/page.ts';
import { SIGNS, plainStrokes, plainly } from '../page/signs.ts';
import { keptColumns, linesOf, naturalWidths, widthsOf } from './text/widths.ts';
import { drawMatrix } from './text/matrix.ts';
import { drawOverview, leftOutText } from './text/overview.ts';
import { NARROWEST_TABLE, drawStrip, setIn } from './text/strip.ts';
import type { Pen } from './text/pen.ts';
import { SIGN_TONES } from '../page/tones.ts';

/** For the terminal: the page in lines of its width. */
export const table: Format<'page'> = gated({
  id: 'table',
  ending: '.txt',
  of: 'page',
  write: ({ page }, surface) => pieces(page(), new Writer(surface)),
});

async function* pieces(page: Iterable<Block> | AsyncIterable<Block>, writer: Writer): AsyncGenerator<string> {
  let isFirst = true;
  for await (const block of page) {
    const isRemark = block.kind === 'paragraph' || block.kind === 'notes';
    const isApart = block.isApart === true && !(isRemark && writer.saysWhatWasLeftOut);
    const text = writer.block(block);
    if (text === '') continue;
    yield `${isFirst ? '' : isApart ? '\n\n' : '\n'}${text}`;
    isFirst = false;
  }
  yield '\n';
}

type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
/** Colour says again what a sign or a word says already. */
const STYLES: Readonly<Record<Tone, Style>> = {
  strong: 'bold',
  quiet: 'dim',
  met: 'green',
  'not-met': 'red',
  undetermined: 'yellow',
  doubtful: 'yellow',
};

/** Writes blocks for one terminal. */
class Writer {
  readonly #surface: Surface;
  readonly #chalk: InstanceType<typeof Chalk>;
  /** The last block ended with a remark, which the remarks after it join. */
  saysWhatWasLeftOut = false;

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#chalk = new Chalk({ level: surface.color ? 1 : 0 });
  }

  block(block: Block): string {
    this.saysWhatWasLeftOut = false;
    return this.#surface.plain === true ? plainStrokes(this.#block(plainly(block))) : this.#block(block);
  }

  #block(block: Block): string {
    if (block.kind === 'title') return this.#title(block);
    if (block.kind === 'paragraph') return this.#paragraph(block);
    if (block.kind === 'table') return this.#table(block);
    if (block.kind === 'matrix') return drawMatrix(block, this.#pen);
    if (block.kind === 'overview') return this.#overview(block);
    if (block.kind === 'tallies') return this.#tallies(block);
    if (block.kind === 'figures') return this.#figures(block);
    return this.#notes(block);
  }

  #paint(text: string, tone: Tone | undefined): string {
    if (tone === undefined || text === '') return text;
    const painted = this.#chalk[STYLES[tone]](text);
    return tone === 'not-met' ? this.#chalk.bold(painted) : painted;
  }

  #inline(text: Inline): string {
    if (typeof text === 'string') return text;
    return text.map((run) => (typeof run === 'string' ? run : this.#run(run))).join('');
  }

  #run({ text, tone, sign, footnote }: Run): string {
    const drawn = sign === undefined ? '' : this.#paint(SIGNS[sign], SIGN_TONES[sign]);
    return `${drawn}${this.#paint(text, tone)}${footnote === undefined ? '' : `${text === '' ? '' : ' '}[${footnote}]`}`;
  }

  #title({ text, tone, isUnderlined }: Title): string {
    const { width } = this.#surface;
    const title = this.#paint(fill(this.#inline(text), width), tone);
    return isUnderlined === true ? `${title}\n${this.#paint('─'.repeat(Math.min(width, stringWidth(title))), 'quiet')}` : title;
  }

  #paragraph({ text, tone, indent, marker, breaks }: Paragraph): string {
    const { width } = this.#surface;
    const margin = indent ?? (marker ?? '').length;
    const written = this.#inline(text);
    const lines = (breaks === 'nowhere' ? written : fill(written, width - margin, breaks)).split('\n');
    const set = lines.map((line, at) => (at === 0 && marker !== undefined ? marker : ' '.repeat(margin)) + line);
    return this.#paint(set.join('\n'), tone);
  }

  #table({ columns: all, groups: whole, isRuled, otherwise, complete }: Table): string {
    const { width } = this.#surface;
    const isGrouped = whole.some(({ heading }) => heading !== undefined);
    const room = isGrouped ? width - SET_IN : width;
    const cells = (groups: readonly RowGroup[]): readonly (readonly Cell[])[] => groups.flatMap(({ rows }) => rows);
    if (width < NARROWEST_TABLE && tableWidth(naturalWidths(all, cells(whole))) > room) return this.#strip(all, whole);
    const kept = keptColumns(all, cells(whole), room);
    const columns = kept.map((at) => all[at]!);
    const groups = whole.map((group) => ({ ...group, rows: group.rows.map((row) => kept.map((at) => row[at]!)) }));
    const widths = widthsOf(columns, cells(groups), room);
    if (otherwise && tableWidth(widths) > room) return this.#page(otherwise);
    if (tableWidth(widths) > room) return this.#strip(all, whole);
    const head = columns.map((column) => column.head);
    const aligns = columns.map(({ align }): Align => align);
    const drawn = groups.map(({ heading, rows }) => ({ heading, rows: rows.map((row) => row.map((cell) => this.#cell(cell))) }));
    const text = isGrouped
      ? drawGroups(head, drawn, widths, aligns)
      : draw(
          head,
          drawn.flatMap(({ rows }) => rows),
          widths,
          aligns,
          isRuled !== true,
        );
    const gone = all.filter((_, at) => !kept.includes(at)).map((column) => column.head);
    if (gone.length === 0) return text;
    this.saysWhatWasLeftOut = true;
    return `${text}\n\n${this.#paint(fill(leftOutText(gone, complete, this.#pen), width), 'quiet')}`;
  }

  /** What is too wide for a table: its rows below each other. */
  #strip(columns: Table['columns'], groups: Table['groups']): string {
    return groups
      .map(({ heading, rows }) => {
        const cells = rows.map((row) => row.map((cell) => this.#cell(cell)));
        const pen = heading === undefined ? this.#pen : { ...this.#pen, width: this.#surface.width - SET_IN };
        const drawn = drawStrip(columns, cells, pen);
        return heading === undefined ? drawn : `${fill(heading, this.#surface.width)}\n${setIn(drawn, this.#surface.width)}`;
      })
      .join('\n');
  }

  #cell(cell: Cell): string {
    if (typeof cell === 'string') return cell;
    return linesOf(cell)
      .map((line) => this.#inline([line]))
      .join('\n');
  }

  /** Labels stand below each other, and all their words begin in one column. */
  #figures({ groups }: Figures): string {
    const set = (label: string, heading: string | undefined): string => (heading === undefined ? label : `  ${label}`);
    const labels =
      Math.max(...groups.flatMap(({ heading, figures }) => figures.map(({ label }) => stringWidth(set(label, heading))))) + GAP;
    return groups
      .map(({ heading, figures }) => {
        const lines = figures.flatMap(({ label, words }) =>
          filled(words, this.#surface.width - labels).map((line, at) => {
            const before = at === 0 ? set(label, heading) : '';
            return `${before}${' '.repeat(labels - stringWidth(before))}${line}`;
          }),
        );
        return [...(heading === undefined ? [] : [heading]), ...lines].join('\n');
      })
      .join('\n\n');
  }

  get #pen(): Pen {
    const { width, lang } = this.#surface;
    return { width, lang, paint: (text, tone) => this.#paint(text, tone), inline: (runs) => this.#inline(runs) };
  }

  #overview(overview: Overview): string {
    const drawn = drawOverview(overview, this.#pen);
    this.saysWhatWasLeftOut = drawn?.isCut === true;
    return drawn?.text ?? this.#page(overview.otherwise ?? []);
  }

  /** How many meet each standard: one after the other, or one below the other where the page is a strip. */
  #tallies({ tallies }: Tallies): string {
    const { width } = this.#surface;
    const items = tallies.map(({ label, met, notMet, undetermined }) =>
      this.#inline([
        `${label} `,
        { text: `${met} `, sign: 'met' },
        { text: `${notMet} `, sign: 'not-met' },
        { text: String(undetermined), sign: 'undetermined' },
      ]),
    );
    return width < NARROWEST_TABLE
      ? items.join('\n')
      : filled(
          items.map((item) => `${item}    `),
          width,
        ).join('\n');
  }

  #page(blocks: readonly Block[]): string {
    return blocks.map((block, at) => `${at === 0 ? '' : block.isApart === true ? '\n\n' : '\n'}${this.#block(block)}`).join('');
  }

  /** What stands under a page runs on, and fills its lines. */
  #notes({ notes, starred = [] }: Notes): string {
    const items = [...starred.map((note) => `* ${note}`), ...notes.map((note, at) => `[${at + 1}] ${[note].flat().join(' ')}`)];
    return this.#paint(fill(items.join('  '), this.#surface.width), 'quiet');
  }
}

/** Columns between a label and its words. */
const GAP = 2;

/** Words set one after the other into lines of at most so many columns; a word is never broken. */
function filled(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || stringWidth(line) + stringWidth(word.trimEnd()) > width) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trimEnd());
}

import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import { draw, drawGroups, fill, tableWidth } from '../draw.ts';
import type { Align } from '../draw.ts';
import type { Format, Surface } from '../format.ts';
import { gated } from '../gate.ts';
import type { Block, Cell, Figures, Inline, Notes, Paragraph, RowGroup, Table, Title, Tone } from '../page.ts';
import { sparkline } from '../sparkline.ts';
import { linesOf, widthsOf } from '../widths.ts';

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
    yield `${isFirst ? '' : block.isApart === true ? '\n\n' : '\n'}${writer.block(block)}`;
    isFirst = false;
  }
  yield '\n';
}

type Style = 'bold' | 'dim' | 'green' | 'red' | 'yellow';
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

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#chalk = new Chalk({ level: surface.color ? 1 : 0 });
  }

  block(block: Block): string {
    if (block.kind === 'title') return this.#title(block);
    if (block.kind === 'paragraph') return this.#paragraph(block);
    if (block.kind === 'table') return this.#table(block);
    if (block.kind === 'figures') return this.#figures(block);
    return this.#notes(block);
  }

  #paint(text: string, tone: Tone | undefined): string {
    return tone === undefined ? text : this.#chalk[STYLES[tone]](text);
  }

  #inline(text: Inline): string {
    if (typeof text === 'string') return text;
    return text
      .map((run) => {
        if (typeof run === 'string') return run;
        return `${this.#paint(run.text, run.tone)}${run.footnote === undefined ? '' : ` [${run.footnote}]`}`;
      })
      .join('');
  }

  #title({ text, tone, isUnderlined }: Title): string {
    const { width, lang } = this.#surface;
    const title = this.#paint(fill(this.#inline(text), width, lang), tone);
    return isUnderlined === true ? `${title}\n${this.#paint('─'.repeat(Math.min(width, stringWidth(title))), 'quiet')}` : title;
  }

  #paragraph({ text, tone, indent, marker, breaks }: Paragraph): string {
    const { width, lang } = this.#surface;
    const margin = indent ?? (marker ?? '').length;
    const written = this.#inline(text);
    const lines = (breaks === 'nowhere' ? written : fill(written, width - margin, lang, breaks)).split('\n');
    const set = lines.map((line, at) => (at === 0 && marker !== undefined ? marker : ' '.repeat(margin)) + line);
    return this.#paint(set.join('\n'), tone);
  }

  #table({ columns, groups, isRuled, otherwise }: Table): string {
    const { width, lang } = this.#surface;
    const rows = groups.flatMap((group) => group.rows);
    const widths = widthsOf(columns, rows, width);
    if (otherwise && tableWidth(widths) > width)
      return otherwise.map((block, at) => `${at === 0 ? '' : block.isApart === true ? '\n\n' : '\n'}${this.block(block)}`).join('');
    const head = columns.map((column) => column.head);
    const aligns = columns.map(({ align }): Align => align);
    const painted = (some: readonly (readonly Cell[])[]): readonly (readonly string[])[] =>
      some.map((row) => row.map((cell) => this.#cell(cell)));
    if (groups.every(({ heading }) => heading === undefined)) return draw(head, painted(rows), widths, aligns, lang, isRuled !== true);
    return drawGroups(
      head,
      groups.map(({ heading, rows: own }) => ({ heading: heading ? headingOf(heading) : '', rows: painted(own) })),
      widths,
      aligns,
      lang,
    );
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

  #notes({ notes }: Notes): string {
    const marker = `[${notes.length}] `.length;
    const breaks = this.#surface.lang === 'zh' ? 'anywhere' : undefined;
    return notes
      .map((note, at) =>
        this.#paragraph({ kind: 'paragraph', text: [note].flat().join('\n'), marker: `[${at + 1}] `.padEnd(marker), breaks }),
      )
      .join('\n');
  }
}

/** What stands over a group of rows, its chart as a row of small bars. */
function headingOf({ text, chart }: NonNullable<RowGroup['heading']>): string {
  const bars = sparkline(chart);
  return bars === '' ? text : `${text}  ${bars}`;
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

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Document, DocumentBlock, Grid, Mark, Spread } from '../../src/page/document.ts';
import { axisOf } from '../../src/pages/document/axis.ts';
import { inThrees, limitText, shortMoney } from '../../src/report/number-words.ts';
import { htmlFormat } from '../../src/formats/html.ts';
import { offsetsOf } from '../../src/formats/html/overlap.ts';
import { plainTable } from '../../src/page/page.ts';
import type { Block } from '../../src/page/page.ts';
import { readHtml } from '../support/html.ts';
import { surfaceOf80, textOf } from '../support/written.ts';

/** What a village may be called by somebody who means harm, or by a slip. */
const NASTY = [
  '</script><script>alert(1)</script>',
  '</style><style>*{display:none}</style>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!--',
  ']]>',
  '&lt;b&gt;&amp;&#39;',
  '${alert(1)}`',
  '大桥村\u0000\u0007\u001b[31m',
  'javascript:alert(1)',
];

const page = (...blocks: readonly Block[]): Promise<string> => textOf(htmlFormat.write({ page: () => blocks }, surfaceOf80('en')));
const document = (blocks: readonly DocumentBlock[], title = 'County'): Promise<string> => {
  const made: Document = {
    kicker: 'Report',
    title,
    about: title,
    lead: title,
    warning: undefined,
    sections: [{ id: 'one', title, blocks }],
  };
  return textOf(htmlFormat.write({ page: () => [], document: () => made }, surfaceOf80('en')));
};

const column = (head: string) => ({ head, align: 'left', room: { as: 'whole' } }) as const;
const grid = (names: readonly string[], isSortable = true): Grid => ({
  kind: 'grid',
  title: names[0]!,
  columns: names.map((head) => ({ head, title: head, under: head, as: 'name' })),
  groups: [{ heading: { text: names[0]!, about: names[0]! }, rows: [names.map((text) => ({ text, counts: text, asides: [text] }))] }],
  isSortable,
});
const mark = (name: string, value: number | undefined, as: Mark['as'] = 'met'): Mark => ({
  name,
  text: String(value),
  as,
  sign: as === 'not-judged' || as === 'amount' ? undefined : { as, word: as },
  value,
  range: undefined,
});
const spread = (form: Spread['form'], names: readonly string[]): Spread => ({
  kind: 'spread',
  title: names[0]!,
  form,
  axis: { from: 0, to: 1, ticks: [{ at: 0.5, text: names[0]! }] },
  line: { at: 0.6, text: names[0]! },
  tallyHead: names[0]!,
  rows: [
    {
      name: names[0]!,
      tally: names[0]!,
      marks: [...names.map((name, at) => mark(name, at / 10)), mark('beyond', 2), mark('short', 0.1, 'not-met')],
    },
  ],
  caption: names[0]!,
});

describe('what stands in a page of HTML', () => {
  test('a name is a name, whatever it is: in a heading, a cell, a chart, a note, a summary', async () => {
    const blocks: readonly DocumentBlock[] = [
      grid(NASTY),
      ...(['bars', 'strip', 'boxes'] as const).map((form) => spread(form, NASTY)),
      { kind: 'notes', notes: NASTY },
      { kind: 'fold', summary: NASTY[0]!, blocks: NASTY.map((text) => ({ kind: 'paragraph', text, marker: text })) },
      { kind: 'figures', groups: [{ heading: NASTY[0]!, figures: NASTY.map((label) => ({ label, words: [label] })) }] },
      { kind: 'legend', of: 'signs', entries: NASTY.map((text) => ({ as: 'met', text })) },
      {
        kind: 'columns',
        title: NASTY[0]!,
        points: NASTY.map((period, at) => ({ period, value: at, text: period, range: undefined })),
        caption: NASTY[0]!,
      },
    ];
    const plain = [
      { kind: 'title', level: 1, text: NASTY[0]! },
      plainTable(NASTY.map(column), [NASTY]),
    ] as const satisfies readonly Block[];
    for (const html of [await document(blocks, NASTY.join('')), await page(...plain)]) {
      const { elements, text } = readHtml(html);
      for (const name of NASTY.slice(0, 8)) expect(text).toContain(name.trim());
      expect(elements.filter(({ name }) => name === 'script' || name === 'style' || name === 'img').map(({ name }) => name)).not.toContain(
        'img',
      );
      for (const { attributes } of elements) {
        for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^style$|^src$/u);
        if (attributes.href !== undefined) expect(attributes.href).toMatch(/^#[a-z0-9]+$/u);
      }
      expect(elements.filter(({ name }) => name === 'script').length).toBeLessThanOrEqual(1);
      expect(html).not.toMatch(/(?![\t\n])\p{Cc}/u);
    }
  });

  test('nothing is loaded, and only the style and the script that it names by their hashes are used', async () => {
    for (const html of [
      await document([grid(['a'])]),
      await document([grid(['a'], false)]),
      await page({ kind: 'paragraph', text: 'a' }),
    ]) {
      const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/u.exec(html)![1]!;
      const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
      const styles = [...html.matchAll(/<style>([^]*?)<\/style>/gu)].map((match) => hash(match[1]!));
      const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/gu)].map((match) => hash(match[1]!));
      const allowed = [
        "default-src 'none'",
        `style-src ${styles.join(' ')}`,
        ...(scripts.length > 0 ? [`script-src ${scripts.join(' ')}`] : []),
        "base-uri 'none'",
        "form-action 'none'",
      ];
      expect(policy).toBe(allowed.join('; '));
      expect(styles).toHaveLength(1);
      expect(html).not.toMatch(/https?:\/\//u);
    }
  });

  test('only a page with a table that can be sorted has a script', async () => {
    expect(await document([grid(['a'])])).toContain('<script>');
    expect(await document([{ kind: 'fold', summary: 'all', blocks: [grid(['a'])] }])).toContain('<script>');
    expect(await document([grid(['a'], false)])).not.toContain('<script>');
  });

  test('a page without a block, and one that begins with no title, have a heading all the same', async () => {
    for (const html of [await page(), await page({ kind: 'paragraph', text: 'a' })])
      expect(readHtml(html).elements.filter(({ name }) => name === 'h1')).toHaveLength(1);
  });

  test('headings go down one by one, whatever the levels of the titles are', async () => {
    const title = (level: 1 | 2 | 3): Block => ({ kind: 'title', level, text: `level ${level}` });
    const depths = async (...levels: readonly (1 | 2 | 3)[]): Promise<readonly string[]> =>
      readHtml(await page(...levels.map(title)))
        .elements.map(({ name }) => name)
        .filter((name) => /^h\d$/u.test(name));
    expect(await depths(1, 2, 2)).toEqual(['h1', 'h2', 'h2']);
    expect(await depths(1, 1, 2, 3, 1)).toEqual(['h1', 'h2', 'h3', 'h4', 'h2']);
  });
});

describe('marks of a chart', () => {
  test('no two lie on each other, as long as the row has room', () => {
    // At 420 px 0.5 % are 2.1 px: five marks within 9 px stand above each other.
    const shares = [0.5, 0.505, 0.51, 0.515, 0.52, 0.9];
    const offsets = offsetsOf(shares);
    expect(new Set(offsets.slice(0, 5)).size).toBe(5);
    expect(offsets[5]).toBe(0);
  });

  test('a crowded row becomes no higher than others', () => {
    for (const offset of offsetsOf(Array.from({ length: 60 }, () => 1))) expect(Math.abs(offset)).toBeLessThanOrEqual(17);
  });

  test('what lies beyond the axis is marked at its edge, a place not met by its form', async () => {
    const strip = await document([spread('strip', ['甲村'])]);
    expect(strip).toContain('M-9-5 0 0-9 5z');
    expect(strip).toContain('M0-6 6 0 0 6-6 0z');
    expect(await document([spread('bars', ['甲村'])])).toContain('class="beyond"');
  });
});

describe('the axis of a chart', () => {
  const needs = { line: undefined, fromZero: false, endsAtOne: false, unit: 'yuan', lang: 'zh' } as const;

  test('holds the standard, and one value that is far too large does not press the others together', () => {
    const values = [...Array.from({ length: 100 }, (_, at) => 20_000 + at * 1000), 17_250_012];
    const { from, to, ticks } = axisOf(values, { ...needs, line: 50_000 });
    // The 97th of a hundred is 117 000; with two in a hundred more, and round, 120 000 or 150 000.
    expect(from).toBe(0);
    expect(to).toBeGreaterThanOrEqual(117_000);
    expect(to).toBeLessThanOrEqual(150_000);
    expect(ticks.length).toBeLessThanOrEqual(5);
  });

  test('begins at zero for bars, and ends at one for a share', () => {
    const shares = [0.8, 0.9, 0.95, 1];
    expect(axisOf(shares, { ...needs, unit: 'share', endsAtOne: true }).from).toBeGreaterThan(0);
    const bars = axisOf(shares, { ...needs, unit: 'share', endsAtOne: true, fromZero: true });
    expect([bars.from, bars.to]).toEqual([0, 1]);
  });

  test('has an end and a tick where all values are nothing, and where some are below nothing', () => {
    expect(axisOf([0, 0], needs).to).toBeGreaterThan(0);
    expect(axisOf([-0.2, 0.4], { ...needs, unit: 'share' }).from).toBeLessThanOrEqual(-0.2);
  });

  test.each([1, 3, 7, 1234, 0.013, 24_114_686])('has at most five ticks up to %d', (most) => {
    expect(axisOf([0, most], needs).ticks.length).toBeLessThanOrEqual(5);
  });
});

describe('numbers in words', () => {
  test('digits stand in threes; fen are said where there are any, decimals of a share always', () => {
    expect(inThrees('82000.00')).toBe('82,000');
    expect(inThrees('≥1234567.50')).toBe('≥1,234,567.50');
    expect(inThrees('+2439.00% (25.39×)')).toBe('+2,439.00% (25.39×)');
    expect(inThrees('213/1239')).toBe('213/1,239');
    expect(inThrees('+18.00 pp')).toBe('+18.00 pp');
    expect(inThrees('0.1234567')).toBe('0.1234567');
  });

  test('a standard is said without its year and its star', () => {
    expect(limitText('≥50000 元（2020年）*')).toBe('≥50,000 元');
    expect(limitText('<3%*')).toBe('<3%');
  });

  test('money in few digits', () => {
    expect(shortMoney(28_714_112, 'zh')).toEqual({ number: '2,871.41', scale: '万' });
    expect(shortMoney(28_714_112, 'en')).toEqual({ number: '28.71', scale: ' million' });
    expect(shortMoney(82_000, 'zh')).toEqual({ number: '82,000', scale: '' });
    expect(shortMoney(-2_000_000, 'zh').number).toBe('−200.00');
  });
});

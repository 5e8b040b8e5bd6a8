import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/formats/markdown.ts';
import { plainTable } from '../../src/page/page.ts';
import type { Block } from '../../src/page/page.ts';
import { surfaceOf80, textOf } from '../support/written.ts';

const written = (...blocks: readonly Block[]): Promise<string> => textOf(markdown.write({ page: () => blocks }, surfaceOf80('en')));
const column = (head: string, align: 'left' | 'right' = 'left') => ({ head, align, room: { as: 'whole' as const } });

describe('markdown', () => {
  test('a name can neither end its cell nor begin a span of code', async () => {
    expect(await written(plainTable([column('Place'), column('a|b', 'right')], [['甲|乙`村`', ['1', '2']]]))).toBe(
      '| Place | a\\|b |\n| --- | ---: |\n| 甲\\|乙\\`村\\` | 1<br>2 |\n',
    );
  });

  test('what is left of a masked name is not read as strong', async () => {
    expect(await written({ kind: 'paragraph', text: '王** household_id' })).toBe('王\\*\\* household_id\n');
  });

  test('a paragraph that begins like a list or a heading is none', async () => {
    expect(await written({ kind: 'paragraph', text: '# 1' })).toBe('\\# 1\n');
    expect(await written({ kind: 'paragraph', text: '1. May' })).toBe('1\\. May\n');
  });

  test('what is set in is an item, and items stand close together', async () => {
    const blocks: readonly Block[] = [
      { kind: 'paragraph', text: 'above' },
      { kind: 'paragraph', text: 'one', indent: 2 },
      { kind: 'paragraph', text: 'of one', indent: 4 },
    ];
    expect(await written(...blocks)).toBe('above\n\n- one\n  - of one\n');
  });
});

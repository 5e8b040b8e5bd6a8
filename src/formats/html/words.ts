import type { Text } from '../../vocabulary/text.ts';

/** The few words that are the format's own. */
export const WORDS = {
  /** The name of a table that can be moved sideways. */
  scrolls: { zh: '可左右滚动', en: 'scrolls sideways' },
  table: { zh: '表', en: 'Table' },
  contents: { zh: '本页内容', en: 'On this page' },
  page: { zh: '结果', en: 'Result' },
  note: { zh: '注', en: 'note' },
} as const satisfies Readonly<Record<string, Text>>;

/** How pages are numbered on paper, as CSS says it. */
export const PAGE_NUMBER: Text = {
  zh: '"第 " counter(page) " 页，共 " counter(pages) " 页"',
  en: '"Page " counter(page) " of " counter(pages)',
};

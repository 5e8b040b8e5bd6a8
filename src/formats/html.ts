import { createHash } from 'node:crypto';
import type { Lang } from '../vocabulary/text.ts';
import type { Document, DocumentBlock } from '../page/document.ts';
import type { Format, Surface } from '../page/format.ts';
import { gated } from '../page/gate.ts';
import { madeByLines } from '../page/made-by.ts';
import { plainText } from '../page/page.ts';
import type { Block, Page } from '../page/page.ts';
import { blockOf } from './html/blocks.ts';
import { inline } from './html/inline.ts';
import { markup, Markup } from './html/markup.ts';
import type { Part } from './html/markup.ts';
import { Outline, plainBlock } from './html/plain.ts';
import { SCRIPT } from './html/script.ts';
import { styleFor } from './html/style.ts';
import { WORDS } from './html/words.ts';

/** One file that holds all it needs: for a phone, a desk and paper, with no network, and complete without its script. */
export const htmlFormat: Format<'page' | 'document'> = gated<'page' | 'document'>({
  id: 'html',
  ending: '.html',
  of: 'page',
  write: ({ page, document }, surface) => (document ? documentPieces(document, surface) : pagePieces(page(), surface)),
});

async function* documentPieces(make: () => Document | Promise<Document>, { lang, madeBy }: Surface): AsyncGenerator<string> {
  const document = await make();
  const { kicker, title, about, lead, warning, sections } = document;
  const script = sections.some(({ blocks }) => blocks.some(isSortable)) ? SCRIPT : undefined;
  yield* texts(
    headOf(title, lang, script),
    markup`<header>
      <p class="kicker">${kicker}</p>
      <h1>${title}</h1>
      ${about !== '' && markup`<p class="about">${inline(about)}</p>`}
      ${lead !== undefined && markup`<p class="lead">${inline(lead)}</p> `}${
        warning &&
        markup`<p class="warn"><b>${warning.title}</b>${warning.text} <a href="#${warning.link.to}">${warning.link.text}</a></p> `
      }
    </header> `,
    sections.length > 1 &&
      markup`<nav aria-label="${WORDS.contents[lang]}">
        <ul>
          ${sections.map(({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li> `)}
        </ul>
      </nav> `,
  );
  for (const { id, title: name, about: words, blocks } of sections) {
    const outline = new Outline();
    outline.heading(name);
    yield* texts(
      markup`<section id="${id}" aria-labelledby="h-${id}">
        <h2 id="h-${id}">${name}</h2>
        ${words !== undefined && markup`<p class="sub">${inline(words)}</p>`}
      `,
    );
    for (const block of blocks) yield* texts(blockOf(block, outline, lang));
    yield '</section>\n';
  }
  yield* texts(footOf(script, madeBy && madeByLines(madeBy, lang)));
}

/** Whether a block has a head by which it can be sorted. */
const isSortable = (block: DocumentBlock): boolean => {
  if (block.kind === 'grid') return block.isSortable === true;
  return block.kind === 'side-by-side'
    ? block.parts.some((part) => part.some(isSortable))
    : block.kind === 'fold' && block.blocks.some(isSortable);
};

/** A page of blocks as they come: there may be more of them than memory holds. */
async function* pagePieces(page: Page, { lang, madeBy }: Surface): AsyncGenerator<string> {
  const outline = new Outline();
  let isFirst = true;
  for await (const block of page) {
    if (isFirst) {
      yield* texts(headOf(titleOf(block, lang), lang, undefined), firstHeading(block, lang));
      outline.heading(titleOf(block, lang));
    }
    if (!isFirst || block.kind !== 'title') yield* texts(plainBlock(block, outline, lang));
    isFirst = false;
  }
  if (isFirst) yield* texts(headOf(WORDS.page[lang], lang, undefined), markup`<h1>${WORDS.page[lang]}</h1> `);
  yield* texts(footOf(undefined, madeBy && madeByLines(madeBy, lang)));
}

const titleOf = (block: Block, lang: Lang): string => (block.kind === 'title' ? plainText(block.text) : WORDS.page[lang]);

const firstHeading = (block: Block, lang: Lang): Part =>
  block.kind === 'title' ? markup`<h1>${inline(block.text)}</h1> ` : markup`<h1 class="vh">${WORDS.page[lang]}</h1> `;

function* texts(...parts: readonly Part[]): Iterable<string> {
  for (const part of parts) yield markup`${part}`.text;
}

const LANGUAGES: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' };

const hashOf = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** Nothing is loaded, and nothing is run but the one script and the one style: no name in the data can become either. */
function headOf(title: string, lang: Lang, script: string | undefined): Part {
  const style = styleFor(lang);
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!DOCTYPE html>
    <html lang="${LANGUAGES[lang]}">
    <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <style>${new Markup(style)}</style>
    </head>
    <body>
    <main>
  `;
}

/** By what it was made, and the script. */
const footOf = (script: string | undefined, made: readonly string[] = []): Part =>
  markup`${made.length > 0 && markup`<footer>${made.map((line) => markup`<p>${line}</p>\n`)}</footer>\n`}</main>\n${
    script !== undefined && markup`<script>${new Markup(script)}</script>\n`
  }</body>\n</html>\n`;

import type { Input } from '../../tally/tally.ts';
import type { Lang } from '../../vocabulary/text.ts';
import { acceptanceBlocks, acceptanceLead } from '../document/acceptance.ts';
import { largerPlaces, periodText, regionOf, strongNumbers, warningOf } from '../document/heading.ts';
import { NoteBook } from '../document/note-book.ts';
import { basisSection } from '../document/provenance.ts';
import { sheetBlocks } from '../document/sheets.ts';
import { MOST_PLACES } from '../document/spread.ts';
import { TITLES } from '../document/words.ts';
import type { Document, DocumentBlock } from '../../page/document.ts';
import type { Sheet } from '../../report/assess/sheet.ts';

/** Acceptance for a leader: how many pass, what most do not pass, every verdict, and the sheet of each place. */
export function sheetsDocument(sheets: readonly Sheet[], inputs: readonly Input[], notes: readonly string[], lang: Lang): Document {
  const isJudged = sheets.some(({ scheme }) => scheme);
  const rejected = inputs.reduce((sum, input) => sum + input.rejected, 0);
  const region = regionOf(sheets);
  const periods = [...new Set(sheets.map(({ period }) => period))];
  const where = [region.full, largerPlaces(sheets, lang)].filter((part) => part !== undefined && part !== '').join(' · ');
  return {
    kicker: TITLES.assess[lang],
    title: [region.short, ...periods.map((period) => periodText(period, lang))].filter((part) => part !== '').join(' '),
    about: where,
    lead: isJudged ? strongNumbers(acceptanceLead(sheets, lang)) : undefined,
    warning: warningOf({ errors: 0, warnings: 0 }, rejected, false, lang),
    sections: [
      ...(isJudged ? [{ id: 'acceptance', title: TITLES.verdict[lang], blocks: acceptanceBlocks(sheets, lang, true) }] : []),
      {
        id: 'sheets',
        title: TITLES.sheets[lang],
        blocks: sheets.length > MOST_PLACES ? [tooMany(sheets, lang)] : sheetBlocks(sheets, lang),
      },
      basisSection({ inputs, notes }, new NoteBook(lang), lang),
    ],
  };
}

const tooMany = (sheets: readonly Sheet[], lang: Lang): DocumentBlock => {
  const { length } = sheets;
  const { township, county } = sheets[0]!.place;
  const example = township ?? county ?? '…';
  return {
    kind: 'paragraph',
    text: {
      zh: `这里有 ${length} 张验收表，逐张列出太长。请只要一个地方的：assess … --place ${example} -o ${example}.html；全部用 -o 验收.csv。`,
      en: `${length} sheets are too many for one page. Ask for those of one place: assess … --place ${example} -o ${example}.html; for all: -o acceptance.csv.`,
    }[lang],
  };
};

import { largerPlaces, regionOf, warningOf } from '../document/heading.ts';
import { NoteBook } from '../document/note-book.ts';
import { basisSection } from '../document/provenance.ts';
import { seriesGrids } from '../document/series.ts';
import { MOST_PLACES } from '../document/spread.ts';
import { idBlocks, statusGrids, trendCharts } from '../document/trend.ts';
import { TITLES } from '../document/words.ts';
import type { Document, DocumentBlock, Section } from '../../page/document.ts';
import type { TrendReport } from '../../report/trend/trend-report.ts';

/** A trend for a leader: all places together as charts, then every place, then what became of the households. */
export function trendDocument(report: TrendReport): Document {
  const { lang, places, total, periods, households, inputs, notes: said, findings } = report;
  const notes = new NoteBook(lang);
  const region = regionOf(places);
  const span = periods.length < 2 ? (periods[0] ?? '') : `${periods[0]}–${periods.at(-1)}`;
  const sections: readonly Section[] = [
    { id: 'total', title: total.name, blocks: trendCharts(total.series, lang) },
    {
      id: 'places',
      title: TITLES.placesOfLevel[lang],
      blocks: places.length > MOST_PLACES ? [tooMany(report)] : seriesGrids(report, notes),
    },
    {
      id: 'households',
      title: { zh: '户的变化', en: 'Households' }[lang],
      blocks: households.flatMap((one) => [...statusGrids(one, lang), ...idBlocks(one, lang)]),
    },
  ];
  return {
    kicker: TITLES.trend[lang],
    title: [region.short, span].filter((part) => part !== '').join(' '),
    about: [region.full, largerPlaces(places, lang), total.name].filter((part) => part !== undefined && part !== '').join(' · '),
    lead: undefined,
    warning: warningOf(
      findings,
      inputs.reduce((sum, input) => sum + input.rejected, 0),
      false,
      lang,
    ),
    sections: [...sections.filter(({ blocks }) => blocks.length > 0), basisSection({ inputs, notes: said }, notes, lang)],
  };
}

function tooMany({ places, lang }: TrendReport): DocumentBlock {
  const { township, county } = places[0]!.place;
  const example = township ?? county ?? '…';
  return {
    kind: 'paragraph',
    text: {
      zh: `这里有 ${places.length} 个地方，逐个列出太长。请用 --by township，或只要一个地方的：trend … --place ${example} -o ${example}.html；全部用 -o 变化.csv。`,
      en: `${places.length} places are too many for one page. Use --by township, or ask for one place: trend … --place ${example} -o ${example}.html; for all: -o trend.csv.`,
    }[lang],
  };
}

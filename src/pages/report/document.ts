import type { Lang } from '../../vocabulary/text.ts';
import { acceptanceBlocks, acceptanceLead } from '../document/acceptance.ts';
import type { Dossier } from '../document/dossier.ts';
import { findingsBlocks } from '../document/findings.ts';
import { fundsBlocks } from '../document/funds.ts';
import { findingsAbout, largerPlaces, periodText, regionOf, strongNumbers, warningOf } from '../document/heading.ts';
import { keyFigures } from '../document/key-figures.ts';
import { areMany, manyPlacesBlocks } from '../document/many-places.ts';
import { NoteBook } from '../document/note-book.ts';
import { placeGrids, placesTitle } from '../document/places.ts';
import { basisSection } from '../document/provenance.ts';
import { areTooMany, countOf, spreadTitle, spreads } from '../document/spread.ts';
import { statusGrids, trendCharts } from '../document/trend.ts';
import { TITLES } from '../document/words.ts';
import type { Document, DocumentBlock, Section } from '../../page/document.ts';
import type { Inline } from '../../page/page.ts';
import { leadSentence } from '../../report/lead.ts';
import type { Report } from '../../report/report.ts';
import { summaryOf } from '../../report/summary.ts';

/** The report for a leader: the result in a sentence, then the key figures, the charts, what is not passed, the trend, the funds, every row, and why. */
export function reportDocument(given: Report, dossier: Dossier): Document {
  const report = areTooMany(given) ? given : held(given);
  const { lang, inputs } = report;
  const notes = new NoteBook(lang);
  const { sheets, findings } = dossier;
  const judgedSheets = sheets.some(({ scheme }) => scheme) ? sheets : [];
  const basis = standardNotes(report, notes);
  const sections = [
    section('figures', TITLES.figures[lang], [keyFigures(report, notes)]),
    spreadSection(report),
    section('acceptance', TITLES.acceptance[lang], judgedSheets.length > 0 ? acceptanceBlocks(judgedSheets, lang) : []),
    trendSection(dossier, lang),
    section('funds', TITLES.funds[lang], dossier.funds ? fundsBlocks(dossier.funds) : []),
    section('places', placesTitle(report), areMany(report) ? manyPlacesBlocks(report, judgedSheets) : placeGrids(report, notes)),
    section(
      'findings',
      TITLES.findings[lang],
      findingsBlocks(findings, lang),
      findings.length > 0 ? findingsAbout(findings, lang) : undefined,
    ),
  ].filter(({ blocks }) => blocks.length > 0);
  const rejected = inputs.reduce((sum, input) => sum + input.rejected, 0);
  return {
    kicker: TITLES.report[lang],
    title: titleOf(report),
    about: aboutOf(report, basis),
    lead: strongNumbers(
      judgedSheets.length > 0 ? acceptanceLead(judgedSheets, lang) : leadSentence(summaryOf(report), whatOf(report), lang),
    ),
    warning: warningOf(report.findings, rejected, findings.length > 0, lang),
    sections: [...sections, basisSection({ inputs, notes: [...report.notes, ...feet(report)] }, notes, lang)],
  };
}

/** A report whose texts are at hand: charts sort the places by them. */
const held = (report: Report): Report => ({ ...report, places: report.places.map((place) => ({ ...place })) });

const section = (id: string, title: string, blocks: readonly DocumentBlock[], about?: Inline): Section => ({
  id,
  title,
  blocks,
  ...(about !== undefined && about !== '' && { about }),
});

function spreadSection(report: Report): Section {
  const drawn = spreads(report);
  return section('spread', spreadTitle(report), drawn?.blocks ?? [], drawn?.about);
}

function trendSection({ trend }: Dossier, lang: Lang): Section {
  if (!trend) return section('trend', '', []);
  const { total, periods, households } = trend;
  const title = { zh: `${periods[0]}—${periods.at(-1)}年变化`, en: `Trend ${periods[0]}–${periods.at(-1)}` }[lang];
  return section('trend', title, [...trendCharts(total.series, lang), ...households.flatMap((one) => statusGrids(one, lang))]);
}

/** The documents by which something is judged come first among the notes. */
const standardNotes = ({ places }: Report, notes: NoteBook): readonly number[] => [
  ...new Set(places.flatMap(({ cells }) => cells.flatMap(({ verdict }) => (verdict ? notes.ofVerdict(verdict) : [])))),
];

/** What stands under the figures and is not said by a note already. */
const feet = ({ footnotes }: Report): readonly string[] => footnotes.filter((text) => !/^(?:判定依据|Judged by|\* )/u.test(text));

function titleOf({ places, period, lang }: Report): string {
  const { short } = regionOf(places);
  return [short, periodText(period, lang)].filter((part) => part !== '').join(' ');
}

const whatOf = ({ by, lang, places, terms }: Report): string => {
  if (by === 'helper-unit') return { zh: '单位', en: 'units' }[lang];
  return countOf(by, places.length, terms, lang).replace(/^\d+ /u, '');
};

/** Region, how many places, day, basis. */
function aboutOf(report: Report, basis: readonly number[]): Inline {
  const { places, by, asOf, lang, terms } = report;
  const larger = by === 'village' ? largerPlaces(places, lang) : undefined;
  const count =
    by === 'helper-unit'
      ? { zh: `${places.length} 个单位`, en: `${places.length} units` }[lang]
      : by === 'all'
        ? undefined
        : countOf(by, places.length, terms, lang);
  const parts = [
    regionOf(places).full,
    [larger, count].filter(Boolean).join({ zh: ' ', en: ', ' }[lang]),
    { zh: `截至 ${asOf}`, en: `as of ${asOf}` }[lang],
  ];
  const words = parts.filter((part) => part !== '').join(' · ');
  if (basis.length === 0) return words;
  const judged = { zh: ' · 判定依据', en: ' · standards' }[lang];
  return [words, judged, ...basis.map((footnote) => ({ text: '', footnote }))];
}

import type { Lang } from '../../vocabulary/text.ts';
import type { Grid, GridCell } from '../../page/document.ts';
import { inThrees } from '../../report/number-words.ts';
import type { ReportDifference, ReportPoint, ReportSeries, TrendReport, TrendReportPlace } from '../../report/trend/trend-report.ts';
import { KIND_NAMES } from '../../report/trend/words.ts';
import { numberCell } from './places.ts';
import type { NoteBook } from './note-book.ts';
import { withinOf, shortName } from './place-groups.ts';
import { TITLES } from './words.ts';

/** Periods side by side on a page. */
const MOST_PERIODS = 5;

/** A table for each metric: a row per place, a column per period, in it the number and what became of it since the period before. */
export function seriesGrids({ places, total, by, lang }: TrendReport, notes: NoteBook): readonly Grid[] {
  const all = by === 'all' || places.length === 1 ? places : [...places, total];
  const within = withinOf(places);
  const both = new Set(total.series.map(({ kind }) => kind)).size > 1;
  return total.series.flatMap((series) => {
    const grids: Grid[] = [];
    for (let from = 0; from < series.points.length; from += MOST_PERIODS)
      grids.push(gridOf(series, from, all, { total, within, both, lang, notes }));
    return grids;
  });
}

interface Around {
  readonly total: TrendReportPlace;
  readonly within: ReturnType<typeof withinOf>;
  readonly both: boolean;
  readonly lang: Lang;
  readonly notes: NoteBook;
}

function gridOf(
  { metric, kind, points }: ReportSeries,
  from: number,
  places: readonly TrendReportPlace[],
  { total, within, both, lang, notes }: Around,
): Grid {
  const periods = points.slice(from, from + MOST_PERIODS).map(({ period }) => period);
  const unit = metric.unit === 'share' ? '' : { zh: `（${metric.unitName}）`, en: ` (${metric.unitName})` }[lang];
  const row = (place: TrendReportPlace): readonly GridCell[] => {
    const own = place.series.find((one) => one.metric.id === metric.id && one.kind === kind);
    const where = place === total ? '' : within(place.place);
    return [
      { text: place === total ? place.name : shortName(place.place, place.name), asides: where === '' ? [] : [where] },
      ...periods.map((period) =>
        pointCell(
          own?.points.find((point) => point.period === period),
          lang,
          notes,
        ),
      ),
    ];
  };
  const rows = places.filter((place) => place !== total).map(row);
  return {
    kind: 'grid',
    title: `${metric.label}${unit}${both ? ` ${KIND_NAMES[kind][lang]}` : ''}`,
    columns: [{ head: TITLES.place[lang], as: 'name' }, ...periods.map((period) => ({ head: period, as: 'number' }) as const)],
    groups: [{ rows }],
    ...(places.includes(total) && { foot: row(total) }),
    isSortable: rows.length > 1,
  };
}

/** The number of a period, the change, the growth, and what must be said of both. */
function pointCell(point: ReportPoint | undefined, lang: Lang, notes: NoteBook): GridCell {
  if (!point?.cell) return { text: '—', notes: point ? point.remarks.map((text) => notes.numberOf(text)) : [] };
  const { cell, change, growth, remarks } = point;
  const number = numberCell(cell, lang, notes, { limit: true, evidence: true });
  const ofCell = new Set(cell.remarks);
  const changed = [change, growth].flatMap((one) => (one ? differenceText(one) : []));
  const differences = changed.length > 0 ? [changed.join(' · ')] : [];
  return {
    ...number,
    asides: [...(number.asides ?? []), ...differences, ...remarks.filter((text) => !ofCell.has(text))],
  };
}

const differenceText = ({ text, range }: ReportDifference): string =>
  `${inThrees(text)}${range === undefined ? '' : ` (${inThrees(range)})`}`;

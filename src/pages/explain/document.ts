import { dataColumn } from '../../page/data-columns.ts';
import type { Document, Grid, GridCell } from '../../page/document.ts';
import type { Page } from '../../page/page.ts';
import type { Explanation } from '../../report/explain/explanation.ts';
import { inThrees } from '../../report/number-words.ts';
import type { ReportCell } from '../../report/report.ts';
import { plainDocument } from '../document/plain-document.ts';
import { explainData } from './data.ts';

/** A number for a leader: its definition and the rows behind it, then the number of each place in full, every row, and the files. */
export async function explainDocument(explanation: Explanation, page: Page): Promise<Document> {
  const { lang, inputs, notes } = explanation;
  const kicker = { zh: '指标怎么来的', en: 'Where a number comes from' }[lang];
  const said = notes.map((note) => note[lang]);
  const made = await plainDocument({ kicker, page, data: explainData(explanation), inputs, notes: said }, lang);
  const numbers = { id: 'numbers', title: { zh: '各地的数', en: 'The numbers' }[lang], blocks: [numbersGrid(explanation)] };
  return explanation.places.length === 0 ? made : { ...made, sections: [made.sections[0]!, numbers, ...made.sections.slice(1)] };
}

const bound = (plain: string, { metric }: ReportCell): string => (plain !== '' && metric.unit === 'share' ? `${plain}%` : plain);

function numbersGrid({ places, lang }: Explanation): Grid {
  const head = (id: 'value' | 'numerator' | 'denominator' | 'missing' | 'low' | 'high'): string => dataColumn(id).label[lang];
  const text = (value: string | undefined): GridCell => ({ text: value === undefined || value === '' ? '—' : inThrees(value) });
  return {
    kind: 'grid',
    title: { zh: '各地的数', en: 'The numbers' }[lang],
    isTitleQuiet: true,
    columns: [
      { head: { zh: '地区', en: 'Place' }[lang], as: 'name' },
      ...(['value', 'numerator', 'denominator', 'missing', 'low', 'high'] as const).map(
        (id) => ({ head: head(id), as: 'number' }) as const,
      ),
    ],
    groups: [
      {
        rows: places.map(({ name, cell }): readonly GridCell[] => [
          { text: name },
          text(cell.text),
          text(cell.counts?.plainNumerator),
          text(cell.counts?.plainDenominator),
          text(String(cell.missing)),
          text(bound(cell.plainLow, cell)),
          text(bound(cell.plainHigh, cell)),
        ]),
      },
    ],
  };
}

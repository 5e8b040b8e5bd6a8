import { afterAll, expect, test } from 'vitest';
import { metrics } from '../../src/measure/metrics/index.ts';
import { TypingFolder, documentText, rowsBelow } from '../support/documents.ts';
import { PlacesOfReports } from '../support/reported-places.ts';

const folder = new TypingFolder();
afterAll(() => folder.remove());
const reports = new PlacesOfReports(folder);

const rows = rowsBelow(documentText('docs/example-zhongshan.md'), 'The figures 数字');

test('every figure that the tool can give stands there', () => {
  expect(rows.length).toBeGreaterThanOrEqual(35);
});

test.each(rows.map(([figure, , figures, command]) => [figure!, figures!, command!.replaceAll('`', '')] as const))(
  '%s: %s',
  (figure, figures, command) => {
    const id = /^npx aid-metrics report (?!.*--format).*--metrics (\w+)/u.exec(command)?.[1];
    if (id === undefined) {
      // Any other page is quoted: it must say just this, wherever its lines break.
      const { status, stdout } = folder.typed(command);
      expect(status).toBe(0);
      expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(figures);
      return;
    }
    const places = reports.of(command);
    const place = places.find(({ place: { village } }) => village !== null && figure.startsWith(village)) ?? places[0]!;
    if (place.place.village === null) expect(places).toHaveLength(1);
    else expect(figure.startsWith(place.place.village)).toBe(true);
    const { text, numerator, denominator } = place.metrics[id]!;
    const isRatio = metrics.find((metric) => metric.id === id)!.shape === 'ratio';
    expect(isRatio ? `${text} = ${numerator}/${denominator}` : text).toBe(figures);
  },
);

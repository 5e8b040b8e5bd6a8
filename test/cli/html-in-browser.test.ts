import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../support/command-line.ts';
import { writeCounty } from '../support/county.ts';

/** Where a browser may be installed. Without one these tests are skipped, and say so by their name. */
const BROWSERS = [process.env.CHROME_PATH ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const browserPath = BROWSERS.find((path) => path !== '' && existsSync(path));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const folder = mkdtempSync(join(tmpdir(), 'aid-metrics-browser-'));
const county = writeCounty(join(folder, 'county'), { villages: 40 });
const overTime = ['villages', 'households-2019', 'households-2020'].map((name) => `fixtures/trend/${name}.csv`);
const results: Readonly<Record<string, readonly string[]>> = {
  report: ['report', ...county, '--partial'],
  assess: ['assess', county[0]!, '--partial'],
  trend: ['trend', ...overTime],
  check: ['check', ...county],
  standards: ['standards'],
  explain: ['explain', 'industry_coverage', ...overTime],
  list: ['list', 'uncovered', county[1]!, '--partial'],
  'few villages': ['report', 'fixtures/assess/villages.csv'],
};

/** axe-core as it is called in the page. */
declare const axe: { readonly run: () => Promise<AxeResults> };

describe.skipIf(browserPath === undefined)(
  `in a browser (${browserPath ?? 'skipped: no chromium is installed, or CHROME_PATH names none'})`,
  () => {
    let browser: Browser;
    const files = new Map<string, string>();

    beforeAll(async () => {
      browser = await puppeteer.launch({ executablePath: browserPath!, args: ['--no-sandbox'] });
      for (const [name, argv] of Object.entries(results)) {
        for (const lang of ['zh', 'en']) {
          const file = join(folder, `${name}-${lang}.html`);
          await commandLine([...argv, '--lang', lang, '-q', '-o', file]);
          files.set(`${name} ${lang}`, file);
        }
      }
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const opened = async (
      name: string,
      width: number,
      scheme: 'light' | 'dark' = 'light',
    ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => void (request.url().startsWith('file:') || complaints.push(request.url())));
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(pathToFileURL(files.get(name)!).href);
      return { page, complaints };
    };

    test.each(['report zh', 'report en', 'assess zh', 'trend en', 'check zh', 'standards zh', 'explain en', 'list zh', 'few villages zh'])(
      '%s: axe-core finds nothing, on a desk in the light and on a phone in the dark',
      async (name) => {
        for (const [width, scheme] of [
          [1280, 'light'],
          [390, 'dark'],
        ] as const) {
          const { page, complaints } = await opened(name, width, scheme);
          // What is folded is looked at too.
          await page.$$eval('details', (all) => all.slice(0, 3).forEach((one) => one.setAttribute('open', '')));
          await page.evaluate(AXE);
          const { violations } = await page.evaluate(() => axe.run());
          expect(
            violations.map(
              ({ id, nodes }) =>
                `${width} ${scheme} ${id}: ${nodes
                  .slice(0, 2)
                  .map(({ html }) => html)
                  .join(' ')}`,
            ),
          ).toEqual([]);
          expect(complaints).toEqual([]);
          await page.close();
        }
      },
    );

    test.each(['report zh', 'report en', 'assess zh', 'trend en', 'check zh', 'list zh', 'few villages en'])(
      '%s: no page is moved sideways, on a phone, a tablet or a desk',
      async (name) => {
        for (const width of [320, 390, 700, 1000]) {
          const { page } = await opened(name, width);
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
          await page.close();
        }
      },
    );

    test('rows are sorted by a number, forth and back, and what has none is last; by the keyboard too', async () => {
      const { page } = await opened('report zh', 1280);
      const column = (): Promise<readonly (number | null)[]> =>
        page.$$eval('#places table tbody tr', (rows) =>
          rows.map((row) => row.cells[4]!.dataset.o).map((order) => (order === undefined ? null : Number(order))),
        );
      const before = await column();
      const known = before.filter((value) => value !== null);
      expect(known.length).toBeLessThan(before.length);
      const blanks = before.slice(known.length).map(() => null);
      const button = (await page.$$('#places thead button'))[4]!;
      await button.click();
      expect(await column()).toEqual([...known.toSorted((a, b) => a - b), ...blanks]);
      expect(await page.$$eval('#places th[aria-sort]', (heads) => heads.map((head) => head.getAttribute('aria-sort')))).toEqual([
        'ascending',
      ]);
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await column()).toEqual([...known.toSorted((a, b) => b - a), ...blanks]);
      await page.close();
    });

    test('without its script a page is whole, and its heads are no buttons', async () => {
      const page = await browser.newPage();
      await page.setJavaScriptEnabled(false);
      await page.goto(pathToFileURL(files.get('report zh')!).href);
      expect(await page.$$('#places thead button')).toHaveLength(0);
      expect((await page.$$('#places tbody tr')).length).toBe(40);
      await page.close();
    });

    test('no text is smaller than 12 px', async () => {
      const { page } = await opened('report zh', 1280);
      const small = await page.evaluate(`[...document.querySelectorAll('main *')]
      .filter((one) => one.textContent.trim() !== '' && one.children.length === 0 && !one.closest('sup'))
      .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 12)
      .map((one) => one.outerHTML)`);
      expect(small).toEqual([]);
      await page.close();
    });
  },
);

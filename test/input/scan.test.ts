import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTables } from '../../src/input/open-table.ts';
import { readRecords, recordOfLine, recordsIn } from '../../src/input/records.ts';
import { endOfRecord } from '../../src/input/scan/quoted-record.ts';
import { Scan } from '../../src/input/scan/scan.ts';

const HEAD = 'household_id,county,village,period,persons,status,registered,net_income_per_capita';
const row = (at: number, more = ''): string =>
  `H${String(at).padStart(6, '0')},钟山县,村${at % 3},2020,${1 + (at % 7)},${at % 2 ? '已脱贫' : '未脱贫'},是,${4000 + at}.5${more}`;

async function opened(text: string | Uint8Array) {
  const bytes = Buffer.from(text);
  const open = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  };
  return (await openTables({ file: 'h.csv', open }))[0]!;
}

/** How many rows are plain, and the records that are not, where every row that may be is counted. */
async function scanned(text: string | Uint8Array): Promise<{ readonly plain: number; readonly records: readonly (readonly string[])[] }> {
  const scan = Scan.of(await opened(text), new Set(['status']), () => ({ offer: () => true, learn: () => undefined }))!;
  let plain = 0;
  const records: (readonly string[])[] = [];
  for await (const batch of scan.records()) {
    plain += batch.passed ?? 0;
    records.push(...batch.records);
  }
  return { plain, records };
}

const rows = Array.from({ length: 200 }, (_, at) => row(at));

describe('a scan', () => {
  test('takes rows by their bytes but the first, which tells of every column that it is not blank, and one with a new answer', async () => {
    const no = row(7).replace(',是,', ',否,');
    const { plain, records } = await scanned([HEAD, ...rows, no, no].join('\n'));
    expect(plain).toBe(200);
    expect(records).toEqual([HEAD, row(0), no].map((line) => line.split(',')));
  });

  test.each([
    ['a quotation mark', '"H900001",钟山县,村1,2020,3,已脱贫,是,4000'],
    ['a cell too few', 'H900001,钟山县,村1,2020,3,已脱贫,是'],
    ['a cell too many', row(900_001, ',')],
    ['a number with its unit, the first time', 'H900001,钟山县,村1,2020,x,已脱贫,是,4000'],
    ['a lower bound', 'H900001,钟山县,村1,2020,3,已脱贫,是,4万多'],
    ['too many persons', 'H900001,钟山县,村1,2020,100,已脱贫,是,4000'],
    ['an id that lost its digits', '4E17,钟山县,村1,2020,3,已脱贫,是,4000'],
    ['no id', ',钟山县,村1,2020,3,已脱贫,是,4000'],
    ['a total', '合计,钟山县,村1,2020,3,已脱贫,是,4000'],
    ['a village called as a total', 'H900001,钟山县,合计,2020,3,已脱贫,是,4000'],
    ['a blank that is required', 'H900001,钟山县,村1,2020,3,,是,4000'],
    ['a blank line', ''],
    ['a tab in a cell', 'H900001,钟山县,村\t1,2020,3,已脱贫,是,4000'],
  ])('hands on a row with %s', async (_, odd) => {
    const { plain, records } = await scanned([HEAD, ...rows, odd, row(300)].join('\n'));
    expect(plain).toBe(200);
    expect(records).toHaveLength(3);
  });

  test('knows cells by themselves again where too many different ones stand beside them', async () => {
    // 66 000 industries, which nobody asks for: more than are remembered. Each row has one of its own; the status beside it changes.
    const statusOf = (at: number): string => ['已脱贫', '未脱贫', '返贫'][(at * 7) % 3]!;
    const lines = Array.from(
      { length: 150_000 },
      (_, at) => `H${String(at).padStart(6, '0')},村${at % 3},2020,业${at % 66_000},${statusOf(at)},3`,
    );
    const file = await opened(['household_id,village,period,industries,status,persons', ...lines].join('\n'));
    const wrong: number[] = [];
    const scan = Scan.of(file, new Set(['status']), () => ({
      offer: (cells, number) => {
        if (cells.valueAt(4) !== ['exited', 'remaining', 'returned'][((number - 2) * 7) % 3]) wrong.push(number);
        return true;
      },
      learn: () => undefined,
    }))!;
    let plain = 0;
    for await (const batch of scan.records()) plain += batch.passed ?? 0;
    expect([plain, wrong.slice(0, 5)]).toEqual([149_999, []]);
  });

  test('goes on in the usual way below another header', async () => {
    const { plain, records } = await scanned([HEAD, ...rows, HEAD.split(',').toReversed().join(','), row(300), row(301)].join('\n'));
    expect([plain, records.length]).toEqual([199, 5]);
  });

  test('reads GB18030 as it reads UTF-8', async () => {
    // 村 is B4E5 and 是 CAC7 in GB18030.
    const text = [
      'household_id,village,period,persons,status,registered',
      ...Array.from({ length: 50 }, (_, at) => `H${String(at).padStart(6, '0')},A#${at % 3},2020,3,exited,@`),
    ];
    const gb = Buffer.from(text.join('\n').replaceAll('#', '\u00b4\u00e5').replaceAll('@', '\u00ca\u00c7'), 'latin1');
    expect((await scanned(gb)).plain).toBe(49);
  });
});

const text = {
  source: { file: 'x', open: async function* () {} },
  limits: { record: 10_000, cell: 10_000, cells: 100 },
  encoding: 'utf-8',
  mark: 0,
  hasQuote: true,
} as const;

describe('records', () => {
  test('end where csv-parse ends them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', '"', '""', ',', '\n', 'a', '村', ' '), { maxLength: 24 }),
        fc.constantFrom('\n', '\r\n'),
        (pieces, end) => {
          const bytes = Buffer.from(`${pieces.join('').replaceAll('\n', end)}${end}`);
          const cut = { ...text, delimiter: ',', lineEnds: [end] } as const;
          const ends = endOfRecord(bytes, 0, 0x2c);
          // A blank line has no quotation mark, and is cut otherwise.
          if (ends === undefined || ends === end.length) return;
          const [first] = recordsIn(bytes.subarray(0, ends - end.length), cut);
          // What stands behind a record cannot change it: the mark that stays open there would be an error.
          const behind = recordsIn(Buffer.concat([bytes.subarray(0, ends), Buffer.from('x,y')]), cut);
          expect(behind).toEqual([first, ['x', 'y']]);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('of a line without a quotation mark are cut by the delimiter alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(',', ';', '\t', 'a', ' ', '村', "'"), { maxLength: 20 }),
        fc.constantFrom(',', ';', '\t'),
        (pieces, delimiter) => {
          const cut = { ...text, delimiter, lineEnds: ['\n'] } as const;
          const line = pieces.join('');
          expect([recordOfLine(line, cut)]).toEqual(recordsIn(Buffer.from(`${line}\n`), cut));
        },
      ),
    );
  });

  test('of a file without a quotation mark are the same as csv-parse cuts, however its bytes come', async () => {
    const piece = fc.constantFrom(',', ',', '\n', '\n', 'a', '村', ' ', "'", '\u{20000}');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (pieces, end, size) => {
          const bytes = Buffer.from(pieces.join('').replaceAll('\n', end));
          const open = async function* (): AsyncGenerator<Uint8Array> {
            for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
          };
          const cut = { ...text, source: { file: 'x', open }, delimiter: ',', lineEnds: [end] } as const;
          const read = async (hasQuote: boolean): Promise<unknown> => {
            const records = [];
            for await (const batch of readRecords({ ...cut, hasQuote })) records.push(...batch.records);
            return records;
          };
          expect(await read(false)).toEqual(await read(true));
        },
      ),
      { numRuns: 300 },
    );
  });
});

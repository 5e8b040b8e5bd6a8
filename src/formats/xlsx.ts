import { dataBlock } from '../page/data-sheet.ts';
import type { DataTable, Format, Surface } from '../page/format.ts';
import { gated } from '../page/gate.ts';
import { madeByLines } from '../page/made-by.ts';
import { layOut } from './xlsx/sheet-layout.ts';
import { fontOf } from './xlsx/sheet-styles.ts';
import type { ReportWorkbook } from '../page/sheets.ts';
import { writeWorkbook } from './xlsx/workbook.ts';

/** For offices: the sheets of a result, or of one without sheets its data table as the only one. */
export const xlsx: Format<'data' | 'sheets'> = gated<'data' | 'sheets'>({
  id: 'xlsx',
  ending: '.xlsx',
  of: 'data',
  isBinary: true,
  write: ({ sheets, data }, surface) => bytes(sheets ? sheets() : ofData(data(), surface), surface),
});

async function* bytes(made: ReportWorkbook | Promise<ReportWorkbook>, { madeBy }: Surface): AsyncGenerator<Uint8Array> {
  const workbook = await made;
  const { lang } = workbook;
  const sheets = workbook.sheets.map((sheet) =>
    sheet.isAbout === true && madeBy
      ? { ...sheet, blocks: [...sheet.blocks, { kind: 'words' as const, lines: madeByLines(madeBy, lang) }] }
      : sheet,
  );
  const drawn = await layOut({ ...workbook, sheets });
  yield await writeWorkbook(drawn, { defaultFont: fontOf(lang), title: sheets[0]!.title });
}

function ofData(data: DataTable, { lang }: Surface): ReportWorkbook {
  const name = { zh: '数据', en: 'Data' }[lang];
  return { lang, sheets: [{ name, title: name, about: [], blocks: [dataBlock(data, lang)], paper: 'landscape' }] };
}

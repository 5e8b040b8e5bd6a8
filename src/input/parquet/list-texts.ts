import { Buffer, isUtf8 } from 'node:buffer';
import { DIVIDED_ITEM } from '../unreadable.ts';
import { isOneItem } from '../values/list.ts';
import { NONE, TextWriter } from './cell-texts.ts';
import type { Cells, CellTexts } from './cell-texts.ts';
import type { ParquetColumn } from './schema.ts';

/** Between the items of a list, as registries write them. */
const BETWEEN = '、';
/** A list in which nothing stands says that there is none. */
const EMPTY = '无';
/** An item that is not given. */
const UNKNOWN = '不详';

interface Part extends Cells {
  readonly repeated: Int32Array | undefined;
  readonly filled: Int32Array | undefined;
}

/** The lists of a column as the text of a cell each. Throws where there are more than so many rows. */
export function listTexts(parts: readonly Part[], { filled: most, list }: ParquetColumn, rows: number): Cells {
  const writer = new TextWriter(rows);
  const which = new Int32Array(rows);
  const row = new ListRow();
  let count = 0;
  let written = 0;
  const end = (): void => {
    if (count === 0) return;
    which[count - 1] = row.isNone ? NONE : written++;
    row.write(writer);
  };
  for (const { texts, which: places, repeated, filled } of parts) {
    for (let index = 0; index < places.length; index++) {
      if (repeated?.[index] === 0) {
        end();
        if (++count > rows) throw new RangeError('lists: more than rows');
        row.begin();
      } else if (count === 0) throw new RangeError('lists: begin with the middle');
      const level = filled?.[index] ?? most;
      if (level === most) row.item(texts, places[index]!);
      else if (level > list!.empty) row.unknown();
      else if (level === list!.empty) row.isNone = false;
    }
  }
  end();
  return { texts: writer.done(), which: which.subarray(0, count) };
}

/** The list of the row in hand. */
class ListRow {
  /** Whether there is no list, not even an empty one. */
  isNone = true;
  readonly #items: string[] = [];
  #isDivided = false;
  #broken: Uint8Array | undefined;

  begin(): void {
    this.isNone = true;
    this.#items.length = 0;
    this.#isDivided = false;
    this.#broken = undefined;
  }

  item({ bytes, starts, ends }: CellTexts, which: number): void {
    this.isNone = false;
    const own = bytes.subarray(starts[which], ends[which]);
    if (!isUtf8(own)) this.#broken = own;
    const text = Buffer.from(own.buffer, own.byteOffset, own.byteLength).toString();
    if (text.trim() === '') return;
    this.#items.push(text);
    this.#isDivided ||= !isOneItem(text);
  }

  unknown(): void {
    this.isNone = false;
    this.#items.push(UNKNOWN);
  }

  write(writer: TextWriter): void {
    if (this.isNone) return;
    if (this.#broken) writer.raw(this.#broken);
    else writer.text((this.#isDivided ? DIVIDED_ITEM : '') + (this.#items.join(BETWEEN) || EMPTY));
  }
}

import { appendFileSync, createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Finding } from '../input/findings.ts';
import { privateFolder } from './io.ts';
import type { World } from './world.ts';

/** Findings of one file that are held in memory before they go to disk: a file of half a million bad rows must not fill it. */
const HELD = 10_000;

/** Between the name of a file and that of its sheet. */
const SHEET = '\u001f';

interface Shelf {
  held: Finding[];
  spilled: string | undefined;
}

/** Keeps every finding of a run, to give them back by file, row, column and code. */
export class FindingStore {
  readonly #shelves = new Map<string, Shelf>();
  readonly #folder: string;

  static async create(world: World): Promise<FindingStore> {
    return new FindingStore(await privateFolder(world));
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  add(finding: Finding): void {
    const name = `${finding.file}${SHEET}${finding.sheet ?? ''}`;
    let shelf = this.#shelves.get(name);
    if (!shelf) this.#shelves.set(name, (shelf = { held: [], spilled: undefined }));
    shelf.held.push(finding);
    if (shelf.held.length < HELD) return;
    shelf.spilled ??= join(this.#folder, `findings-${this.#shelves.size}`);
    appendFileSync(shelf.spilled, shelf.held.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
    shelf.held = [];
  }

  /** All findings: files in the order given, rows in order, then columns, then codes. */
  async *inOrder(files: readonly string[]): AsyncGenerator<Finding> {
    for (const file of new Set(files)) {
      for (const [name, shelf] of this.#shelves) {
        if (!name.startsWith(`${file}${SHEET}`)) continue;
        if (shelf.spilled === undefined) yield* shelf.held.toSorted(byPosition);
        else yield* spilledInOrder(shelf.spilled, shelf.held);
      }
    }
  }
}

function byPosition(a: Finding, b: Finding): number {
  const text = (x: string | undefined, y: string | undefined): number => ((x ?? '') < (y ?? '') ? -1 : (x ?? '') > (y ?? '') ? 1 : 0);
  return (a.row ?? 0) - (b.row ?? 0) || text(a.column, b.column) || text(a.code, b.code);
}

/** Findings on disk left in row order; only those of one row are put in order. */
async function* spilledInOrder(path: string, rest: readonly Finding[]): AsyncGenerator<Finding> {
  let sameRow: Finding[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const finding = JSON.parse(line) as Finding;
    if (sameRow.length > 0 && sameRow[0]!.row !== finding.row) {
      yield* sameRow.toSorted(byPosition);
      sameRow = [];
    }
    sameRow.push(finding);
  }
  yield* [...sameRow, ...rest].toSorted(byPosition);
}

import { Buffer } from 'node:buffer';
import { appendFileSync, createReadStream, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Finding } from '../input/finding.ts';
import { cannotKeep, newPrivateFolder, removeLeftovers } from './temporary.ts';
import type { World } from './world.ts';

/** Findings of one file that are held in memory before they go to disk: a file of half a million bad rows must not fill it. */
const HELD = 10_000;

/** Between the name of a file and that of its sheet. */
const SHEET = '\u001f';

interface Shelf {
  held: Finding[];
  spilled: string | undefined;
  /** How long the file of the spilled ones is. */
  bytes: number;
}

/** Keeps every finding of a run, to give them back by file, row, column and code. */
export class FindingStore {
  readonly #shelves = new Map<string, Shelf>();
  readonly #world: World;
  /** Made when the first findings spill: most runs need none, and must not fail for want of one. */
  #folder: string | undefined;

  static async create(world: World): Promise<FindingStore> {
    await removeLeftovers(tmpdir());
    return new FindingStore(world);
  }

  private constructor(world: World) {
    this.#world = world;
  }

  add(finding: Finding): void {
    const name = `${finding.file}${SHEET}${finding.sheet ?? ''}`;
    let shelf = this.#shelves.get(name);
    if (!shelf) this.#shelves.set(name, (shelf = { held: [], spilled: undefined, bytes: 0 }));
    shelf.held.push(finding);
    if (shelf.held.length < HELD) return;
    this.#folder ??= newPrivateFolder(this.#world);
    shelf.spilled ??= join(this.#folder, `findings-${this.#shelves.size}`);
    spill(shelf, shelf.spilled);
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

/** Puts what is held on disk, whole or not at all: half a line could not be read back. */
function spill(shelf: Shelf, path: string): void {
  const lines = Buffer.from(shelf.held.map((one) => `${inOneLine(one)}\n`).join(''));
  try {
    appendFileSync(path, lines, { mode: 0o600 });
  } catch (error) {
    truncateSync(path, shelf.bytes);
    throw cannotKeep(error);
  }
  shelf.bytes += lines.length;
  shelf.held = [];
}

/** Two characters end a line for some readers of lines, and stand unescaped in JSON. */
const inOneLine = (finding: Finding): string =>
  JSON.stringify(finding)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);

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

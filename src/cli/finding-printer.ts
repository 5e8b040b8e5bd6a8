import type { Finding } from '../input/finding.ts';
import { findingLines, withheldText } from '../report/findings-text.ts';
import type { Lang } from '../vocabulary/text.ts';
import type { Progress } from './progress.ts';
import type { World } from './world.ts';

/** Writes findings to standard error as they are found, up to a limit, and counts them all. */
export class FindingPrinter {
  errors = 0;
  /** Errors that nobody has accepted: these decide the exit status. */
  openErrors = 0;
  warnings = 0;
  notes = 0;
  #shown = 0;
  #withheld = 0;
  readonly #world: World;
  readonly #lang: Lang;
  readonly #limit: number;
  readonly #quiet: boolean;
  readonly #progress: Progress;

  constructor(world: World, lang: Lang, limit: number, quiet: boolean, progress: Progress) {
    this.#world = world;
    this.#lang = lang;
    this.#limit = limit;
    this.#quiet = quiet;
    this.#progress = progress;
  }

  readonly found = (finding: Finding): void => {
    if (finding.severity === 'error') {
      this.errors++;
      if (finding.accepted === undefined) this.openErrors++;
    }
    if (finding.severity === 'warning') this.warnings++;
    if (finding.severity === 'note') this.notes++;
    if (this.#quiet && finding.severity !== 'error') return;
    if (this.#shown >= this.#limit) {
      this.#withheld++;
      return;
    }
    this.#shown++;
    this.#progress.clear();
    this.#world.stderr.write(`${findingLines(finding, this.#lang).join('\n    ')}\n`);
  };

  /** Says how many findings were not shown. */
  end(): void {
    this.#progress.clear();
    const withheld = withheldText(this.#withheld, this.#lang);
    if (withheld) this.#world.stderr.write(`${withheld}\n`);
  }
}

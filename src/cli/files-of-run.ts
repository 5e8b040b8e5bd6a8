import type { BigIntStats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import type { Text } from '../vocabulary/text.ts';

/** Which file it is, whatever name, link or folder leads to it. */
export const identityOf = ({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>): string => `${dev}:${ino}`;

/** Whether two names of it can harm each other: a terminal or `/dev/null` may be read and written at once. */
export const isOneContent = (kind: BigIntStats): boolean => !kind.isCharacterDevice() && !kind.isSocket();

/** Every file that a run reads, and every one that it writes: none may be both, and none may be written twice. */
export class FilesOfRun {
  readonly #read = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  readonly #pipes = new Set<string>();
  readonly #claimed = new Map<string, string>();
  readonly #written = new Map<string, string>();
  #isStandardInputTaken = false;

  /** Standard input is read now, for the first and the last time. */
  takeStandardInput(): void {
    if (this.#isStandardInputTaken) throw standardInputTwice();
    this.#isStandardInputTaken = true;
  }

  /** A file is to be read. Throws a UserError where it is also to be written. `path`: where it may be looked at again. */
  reads(name: string, kind: BigIntStats, path?: string): void {
    if (!isOneContent(kind)) return;
    const output = this.#claimed.get(identityOf(kind));
    if (output !== undefined) throw alsoInput(output, name);
    this.#read.set(identityOf(kind), name);
    if (path !== undefined) this.#paths.set(path, name);
  }

  /** A pipe is to be read, for the first and the last time. */
  takePipe(name: string, kind: BigIntStats): void {
    const isKnown = this.#pipes.has(identityOf(kind));
    this.#pipes.add(identityOf(kind));
    if (isKnown && kind.isFIFO())
      throw new UserError({
        zh: `${name} 是管道，只能读一次，命令行里却用了两次。请先存成文件`,
        en: `${name} is a pipe and can be read only once, and it is named twice. Save it as a file first`,
      });
  }

  /** A file is to be written by the end of the run. Throws a UserError where it is also read, or written under another option. */
  claims(output: string, identity: string): void {
    const input = this.#read.get(identity);
    if (input !== undefined) throw alsoInput(output, input);
    const other = this.#claimed.get(identity);
    if (other !== undefined) throw writtenTwice(output, other);
    this.#claimed.set(identity, output);
  }

  /** A file is written now. Links and folders may have changed since it was claimed, so everything is looked at again. */
  async writes(output: string, identity: string): Promise<void> {
    const input = this.#read.get(identity);
    if (input !== undefined) throw alsoInput(output, input);
    for (const [path, name] of this.#paths) {
      // A file that was read and is gone cannot be overwritten.
      const kind = await stat(path, { bigint: true }).catch(() => undefined);
      if (kind && identityOf(kind) === identity) throw alsoInput(output, name);
    }
    const other = this.#written.get(identity);
    if (other !== undefined) throw writtenTwice(output, other);
  }

  /** A file was written. */
  wrote(output: string, identity: string): void {
    this.#written.set(identity, output);
  }
}

/** The error for a second reader of what can be read once. */
export const standardInputTwice = (): UserError =>
  new UserError({ zh: '标准输入（-）只能用一次', en: 'standard input (-) can be read only once' });

/** How messages call an output or an input: by its name, and `-` by what it is. */
const called = (name: string, stream: Text): Text => (name === '-' ? stream : { zh: name, en: name });
const STANDARD_INPUT: Text = { zh: '标准输入', en: 'standard input' };
const STANDARD_OUTPUT: Text = { zh: '标准输出', en: 'standard output' };

/** The other name, where it is another. */
const inBrackets = (name: string, other: string, { zh, en }: Text): Text =>
  name === other && name !== '-' ? { zh: '', en: '' } : { zh: `（${zh}）`, en: ` (${en})` };

/** The error for an output that is one of the inputs, by the names that were given. */
export function alsoInput(output: string, input: string): UserError {
  const name = called(output, STANDARD_OUTPUT);
  const known = inBrackets(output, input, called(input, STANDARD_INPUT));
  return new UserError({
    zh: `输出文件 ${name.zh} 也是输入文件${known.zh}，会被覆盖。请换一个名字`,
    en: `the output ${name.en} is also an input${known.en} and would be overwritten. Choose another name`,
  });
}

/** The error for two outputs in one file. */
export function writtenTwice(output: string, other: string): UserError {
  const name = called(output, STANDARD_OUTPUT);
  const known = inBrackets(output, other, called(other, STANDARD_OUTPUT));
  return new UserError({
    zh: `输出 ${name.zh} 和另一个输出${known.zh}是同一个文件，其中一个会丢失。请换一个名字`,
    en: `the output ${name.en} is the same file as another output${known.en}: one of them would be lost. Choose another name`,
  });
}

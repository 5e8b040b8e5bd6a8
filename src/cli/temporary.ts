import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { aboutSystemError, isSystemError } from '../library/system-errors.ts';
import type { World } from './world.ts';

/** Who made it stands in every temporary name: the machine, the process, and when the process began, for numbers of processes come again. */
const LEFTOVER = /^\.?aid-metrics-([0-9a-f]{8})-(\d+)-(\d+)-[0-9A-Za-z]+(?:\.tmp)?$/u;

/** What a file says, or where a link leads; nothing where the system has no such thing. */
function told(tell: () => string): string {
  try {
    return tell();
  } catch (error) {
    if (isSystemError(error)) return '';
    throw error;
  }
}

/** Numbers of processes mean something on one machine, and in one container of it: a folder may be shared by several. */
const machine = (): string =>
  (knownMachine ??= createHash('sha256')
    .update([hostname(), told(() => readFileSync('/etc/machine-id', 'utf8')), told(() => readlinkSync('/proc/self/ns/pid'))].join('\n'))
    .digest('hex')
    .slice(0, 8));
let knownMachine: string | undefined;

/** When a process began, in ticks since the machine did; 0 where the system does not say. */
function beginningOf(pid: number): number {
  const line = told(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in brackets and may hold anything; the 22nd field is the 20th behind it.
  const BEGINNING = 19;
  return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[BEGINNING] ?? 0);
}

/** What names of this process begin with. */
export const ownPrefix = (): string => `aid-metrics-${machine()}-${process.pid}-${beginningOf(process.pid)}-`;

/** A name for a file beside the one that it will replace: random, hidden, and short whatever the other is called. */
export const temporaryName = (): string => `.${ownPrefix()}${randomBytes(6).toString('hex')}.tmp`;

/** Whether a name was made by a process of this machine that is no more. */
function isLeftover(name: string): boolean {
  const [, ofMachine, pid, beginning] = LEFTOVER.exec(name) ?? [];
  if (ofMachine !== machine() || pid === undefined) return false;
  const now = beginningOf(Number(pid));
  if (now !== 0) return Number(beginning) !== 0 && now !== Number(beginning);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isSystemError(error) && error.code === 'ESRCH';
  }
}

/** Removes what killed runs of this user left in a folder. It is a courtesy: where it cannot be done, nobody is kept from working. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isLeftover)) {
    const path = join(folder, name);
    const kind = await lstat(path).catch(() => undefined);
    if (kind && kind.uid === process.getuid?.()) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A folder that only this user can enter, removed on every way out. What killed runs left is cleaned first. */
export async function privateFolder(world: World): Promise<string> {
  await removeLeftovers(tmpdir());
  return newPrivateFolder(world);
}

/** A folder that only this user can enter, removed on every way out. */
export function newPrivateFolder(world: World): string {
  let folder: string;
  try {
    folder = mkdtempSync(join(tmpdir(), ownPrefix()));
  } catch (error) {
    throw cannotKeep(error);
  }
  world.onExit(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The error for what the temporary folder does not take; an error that is not the system's stays as it is. */
export function cannotKeep(error: unknown): unknown {
  if (!isSystemError(error)) return error;
  const about = aboutSystemError(error);
  return new UserError({
    zh: `临时文件夹 ${tmpdir()} 不能写入（${error.code}）${about.zh}。可用环境变量 TMPDIR 另指一个`,
    en: `cannot write to the temporary folder ${tmpdir()} (${error.code})${about.en}. The variable TMPDIR can name another`,
  });
}

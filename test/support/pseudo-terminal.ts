import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether a program is on the path. */
export const isInstalled = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

/** Whether there is a program that gives another one a terminal. */
export const hasTerminal = isInstalled('script');

interface Circumstances {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly columns?: number;
  readonly rows?: number;
  /** What is typed, each once the screen shows the words before it. */
  readonly typed?: readonly (readonly [shown: RegExp, keys: string])[];
}

/** Runs a shell command in a terminal of its own, and gives all that the terminal was shown. */
export async function inTerminal(
  command: string,
  { env = {}, cwd, columns = 80, rows = 24, typed = [] }: Circumstances = {},
): Promise<{ readonly status: number | null; readonly shown: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
  const sized = `stty cols ${columns} rows ${rows}; ${command}`;
  const child = spawn('script', ['-qec', sized, join(folder, 'typescript')], {
    cwd,
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TERM: 'xterm', ...env },
  });
  let shown = '';
  let next = 0;
  let from = 0;
  const type = (): void => {
    const [wanted, keys] = typed[next] ?? [];
    if (wanted === undefined || !wanted.test(shown.slice(from))) return;
    next++;
    from = shown.length;
    child.stdin.write(keys!);
  };
  // A character may lie across two pieces.
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    shown += text;
    type();
  });
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  return { status, shown: shown.replaceAll('\r\n', '\n') };
}

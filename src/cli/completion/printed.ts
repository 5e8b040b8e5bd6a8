/* eslint-disable no-console -- The library for completion prints to the console and nowhere else: what it prints is taken here. */
/** What a library that knows the console alone prints meanwhile. */
export function printedBy(work: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: unknown): void => {
    lines.push(String(line));
  };
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** A text or a number of JSON. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gu;

interface Answer {
  readonly data: readonly (readonly (string | null)[])[];
  readonly rows: string;
}

/**
 * The rows of an answer in the format JSONCompact, each cell as text: numbers too, as not every one of a database is one of JavaScript. Nothing where it
 * is not whole: ClickHouse may break off an answer that it began under a good status, and writes why behind it.
 */
export function readClickHouseAnswer(body: string): readonly (readonly string[])[] | undefined {
  const quoted = body.replaceAll(TOKENS, (token) => (token.startsWith('"') ? token : `"${token}"`));
  let answer: Partial<Answer>;
  try {
    answer = JSON.parse(quoted) as Partial<Answer>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { data, rows } = answer;
  if (data === undefined || Number(rows) !== data.length) return undefined;
  return data.map((row) => row.map((cell) => cell ?? ''));
}

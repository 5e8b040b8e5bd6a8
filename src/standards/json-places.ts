const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gu;

/** Where things stand in a JSON text, by path (`standards[0].values[1].value`). */
export interface JsonPlaces {
  readonly lines: ReadonlyMap<string, number>;
  /** Keys written twice in one object: JSON.parse would silently keep the last. */
  readonly repeated: readonly string[];
}

type Frame =
  | { readonly kind: 'array'; readonly path: string; index: number }
  | { readonly kind: 'object'; readonly path: string; key: string; awaitsKey: boolean };

/** The path of something inside: keys after a dot, elements in brackets. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, one) => (typeof one === 'number' ? `${text}[${one}]` : text === '' ? String(one) : `${text}.${String(one)}`),
    '',
  );

const placeIn = (frame: Frame): string =>
  pathText([...(frame.path === '' ? [] : [frame.path]), frame.kind === 'array' ? frame.index : frame.key]);

/** The line (from 1) of every key and element of a JSON text that JSON.parse has accepted. */
export function jsonPlaces(text: string): JsonPlaces {
  const lines = new Map<string, number>();
  const repeated: string[] = [];
  const stack: Frame[] = [];
  let line = 1;
  let last = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    line += text.slice(last, index).split('\n').length - 1;
    last = index;
    const frame = stack.at(-1);
    if (token === '}' || token === ']') stack.pop();
    else if (token === ',') {
      if (frame?.kind === 'array') frame.index += 1;
      else if (frame) frame.awaitsKey = true;
    } else if (token === ':') {
      if (frame?.kind === 'object') frame.awaitsKey = false;
    } else if (frame?.kind === 'object' && frame.awaitsKey) {
      frame.key = JSON.parse(token) as string;
      const place = placeIn(frame);
      if (lines.has(place)) repeated.push(place);
      lines.set(place, line);
    } else {
      const place = frame ? placeIn(frame) : '';
      if (frame?.kind !== 'object') lines.set(place, line);
      if (token === '{') stack.push({ kind: 'object', path: place, key: '', awaitsKey: true });
      if (token === '[') stack.push({ kind: 'array', path: place, index: 0 });
    }
  }
  return { lines, repeated };
}

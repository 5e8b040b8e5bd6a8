import http from 'node:http';
import https from 'node:https';
import { Buffer } from 'node:buffer';
import type { ClientRequest, IncomingMessage } from 'node:http';
import type { AskedHow } from './asked-how.ts';
import type { DatabaseAddress } from './address.ts';
import { readClickHouseAnswer } from './clickhouse-answer.ts';
import { codeOf, databaseError, mayWrite, noSuchTable, takesNoLimits } from './table-errors.ts';

/** What ClickHouse calls failures, by the codes under which they are worded. */
const CODES: Readonly<Record<string, string>> = {
  81: '3D000',
  158: 'LIMITED',
  159: '57014',
  160: '57014',
  191: 'LIMITED',
  192: '28P01',
  193: '28P01',
  194: '28P01',
  198: 'NO_SHARD',
  201: 'LIMITED',
  202: '53300',
  209: 'ETIMEDOUT',
  210: 'NO_SHARD',
  241: '53200',
  243: '53100',
  279: 'NO_SHARD',
  291: '42501',
  307: 'LIMITED',
  452: 'CONSTRAINED',
  396: 'LIMITED',
  497: '42501',
  516: '28P01',
};
const NO_TABLE = '60';
/** Bytes that one statement may take on one server. */
const MOST_MEMORY = 8_000_000_000;
const WAIT_FOR_CONNECTION = 15_000;
/** A server ends a statement itself; so much later it is taken for lost. */
const GRACE = 30_000;

/** What every statement is asked with, as far as a version knows it. */
const settingsOf = (seconds: number): Readonly<Record<string, string>> => ({
  max_execution_time: String(Math.ceil(seconds)),
  max_memory_usage: String(MOST_MEMORY),
  max_query_size: '100000000',
  max_ast_depth: '100000',
  max_ast_elements: '10000000',
  max_expanded_ast_elements: '100000000',
  max_parser_depth: '10000',
  // Half an answer is none: not of the shards that could be reached, nor of the rows that came in time.
  skip_unavailable_shards: '0',
  ...Object.fromEntries(OVERFLOWING.map((what) => [`${what}_overflow_mode`, 'throw'])),
  // The same replica answers all statements, and none from its memory of earlier ones.
  load_balancing: 'in_order',
  max_parallel_replicas: '1',
  optimize_skip_unused_shards: '0',
  use_query_cache: '0',
  // Version 18 loses columns of a condition that it moves.
  optimize_move_to_prewhere: '0',
  cancel_http_readonly_queries_on_client_close: '1',
  output_format_json_quote_64bit_integers: '1',
  extremes: '0',
});
/** Limits that an account may have itself: the smaller one holds. */
const LIMITS: ReadonlySet<string> = new Set(['max_execution_time', 'max_memory_usage']);
const smallerLimit = (own: string, ours: string): string => (Number(own) > 0 && Number(own) < Number(ours) ? own : ours);
const OVERFLOWING = ['timeout', 'timeout_leaf', 'read', 'read_leaf', 'group_by', 'sort', 'result', 'transfer', 'distinct', 'set', 'join'];

/** Statements over HTTP, one at a time. */
export class ClickHouseConnection {
  readonly #name: string;
  readonly #address: DatabaseAddress;
  readonly #how: AskedHow;
  readonly #open = new Set<ClientRequest>();
  #settings: Readonly<Record<string, string>> = {};

  constructor(name: string, address: DatabaseAddress, how: AskedHow) {
    this.#name = name;
    this.#address = address;
    this.#how = how;
    how.onExit(() => {
      for (const request of this.#open) request.destroy();
    });
  }

  /** An account that may write is refused: every other one is held to time and memory. */
  async begin(): Promise<void> {
    const known = new Map((await this.query('SELECT name, value FROM system.settings')).map(([name, value]) => [name!, value!]));
    const level = known.get('readonly');
    if (level === '1') throw takesNoLimits(this.#name);
    if (level !== '2') throw mayWrite(this.#name);
    const settings = Object.entries(settingsOf(this.#how.seconds)).flatMap(([name, value]) => {
      const own = known.get(name);
      return own === undefined ? [] : [[name, LIMITS.has(name) ? smallerLimit(own, value) : value] as const];
    });
    this.#settings = Object.fromEntries(settings);
  }

  /**
   * Has each shard of a table answer for its own rows whole: see the dialect. Only where the table itself is spread: a view that puts rows of shards
   * together would be given parts.
   */
  askShardsApart(): void {
    this.#settings = { ...this.#settings, distributed_group_by_no_merge: '1' };
  }

  async query(statement: string): Promise<readonly (readonly string[])[]> {
    let answer: { readonly status: number; readonly body: string };
    try {
      answer = await this.#asked(`${statement} FORMAT JSONCompact`);
    } catch (error) {
      throw databaseError(this.#name, codeOf(error));
    }
    const rows = answer.status === 200 ? readClickHouseAnswer(answer.body) : undefined;
    if (rows) return rows;
    // A failure in the middle of an answer stands at its end, under a status that says that all is well.
    const codes = [...answer.body.matchAll(/Code: (\d+)[.,]/gu)].map(([, code]) => code!);
    const code = codes.at(answer.status === 200 ? -1 : 0);
    if (code === NO_TABLE) throw noSuchTable(this.#name);
    throw databaseError(this.#name, code === undefined ? codeOfStatus(answer.status) : (CODES[code] ?? code));
  }

  async #asked(body: string): Promise<{ readonly status: number; readonly body: string }> {
    const { host, port, database, isRemote } = this.#address;
    const { user, password } = this.#how.credentials;
    // The client of Node's own rather than `fetch`, which gives up an answer that takes longer than five minutes.
    const { request } = isRemote ? https : http;
    const asked = new URLSearchParams({ database, wait_end_of_query: '1', ...this.#settings }).toString();
    return new Promise((resolve, reject) => {
      const asking = request(
        {
          host,
          port,
          method: 'POST',
          // A connection for each statement: one that was kept may be closed by the server at the moment it is used again.
          agent: false,
          path: `/?${asked}`,
          auth: `${user}:${password}`,
          headers: { 'content-type': 'text/plain; charset=utf-8', 'content-length': Buffer.byteLength(body) },
        },
        (answer) => {
          received(answer).then((text) => resolve({ status: answer.statusCode ?? 0, body: text }), reject);
        },
      );
      this.#open.add(asking);
      const late = (): void => void asking.destroy(new Error('timeout'));
      let patience = setTimeout(late, WAIT_FOR_CONNECTION);
      asking.once('socket', (socket) =>
        socket.once(isRemote ? 'secureConnect' : 'connect', () => {
          clearTimeout(patience);
          patience = setTimeout(late, this.#how.seconds * 1000 + GRACE);
        }),
      );
      asking.once('close', () => {
        clearTimeout(patience);
        this.#open.delete(asking);
      });
      asking.once('error', reject);
      asking.end(body);
    });
  }
}

/** An answer is one text of JavaScript, which has no more than 512 million characters. */
const MOST_BYTES = 2 ** 28;

async function received(answer: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of answer) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length > MOST_BYTES) throw Object.assign(new Error('too long'), { code: 'TOO_LONG' });
  }
  return Buffer.concat(pieces).toString();
}

/** What an answer means that is not ClickHouse's. */
function codeOfStatus(status: number): string {
  if (status === 401 || status === 403) return '28P01';
  if (status === 200) return 'ECONNRESET';
  return status >= 300 && status < 500 ? 'NOT_CLICKHOUSE' : `HTTP_${status}`;
}

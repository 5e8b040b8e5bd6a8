import { UserError } from '../../errors.ts';

/** Where a table lies. */
export interface DatabaseAddress {
  readonly system: 'postgresql' | 'clickhouse';
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly schema: string | undefined;
  readonly table: string;
  /** Whether the connection leaves the machine: then it is encrypted. */
  readonly isRemote: boolean;
}

const SCHEMES: Readonly<Record<string, readonly [system: DatabaseAddress['system'], port: number, securePort: number]>> = {
  postgres: ['postgresql', 5432, 5432],
  postgresql: ['postgresql', 5432, 5432],
  clickhouse: ['clickhouse', 8123, 8443],
};
const ADDRESS = /^(?<scheme>[a-z][a-z0-9+.-]*):\/\/(?<rest>.*)$/isu;

/** Whether a word of the command line is written as an address: of a table in a database, or of something that is not read. */
export const isDatabaseAddress = (word: string): boolean => ADDRESS.test(word);

/**
 * Reads `postgres://host[:port]/database/[schema.]table`. A word with a user or a password in it is refused, and never shown: other users of the machine
 * can see the arguments of a program.
 */
export function readDatabaseAddress(word: string): DatabaseAddress {
  const { scheme: written, rest } = ADDRESS.exec(word)!.groups as { readonly scheme: string; readonly rest: string };
  const scheme = written.toLowerCase();
  if (!Object.hasOwn(SCHEMES, scheme)) throw notRead(scheme);
  if (/[@?#]/u.test(rest) || /^[^/]*:[^/]*:/u.test(rest.replace(/^\[[^\]]*\]/u, '')))
    throw new UserError({
      zh: `${scheme}:// 后面只写主机、端口、库和表。用户名和口令请放在环境变量 AID_METRICS_USER、AID_METRICS_PASSWORD 里，或只有本人能读的文件里（AID_METRICS_CREDENTIALS=文件）`,
      en: `${scheme}:// is followed by host, port, database and table alone. Put the user and the password into the environment (AID_METRICS_USER, AID_METRICS_PASSWORD) or into a file that only you can read (AID_METRICS_CREDENTIALS=FILE)`,
    });
  const parts = /^(?<host>\[[0-9a-f:]+\]|[\p{L}\p{N}._-]+)(?::(?<port>\d{1,5}))?\/(?<database>[^/]+)\/(?<table>[^/]+)$/iu.exec(
    rest,
  )?.groups;
  const port = parts?.port === undefined ? undefined : Number(parts.port);
  if (!parts || port === 0 || (port ?? 1) > 65_535) throw malformed(scheme);
  const host = parts.host!.replaceAll(/[[\]]/gu, '');
  const isRemote = !isLoopback(host);
  const [system, open, secure] = SCHEMES[scheme]!;
  const [schema, table] = decoded(parts.table!, scheme)
    .match(/^(?:([^.]+)\.)?(.+)$/su)!
    .slice(1) as [string | undefined, string];
  return { system, host, port: port ?? (isRemote ? secure : open), database: decoded(parts.database!, scheme), schema, table, isRemote };
}

function decoded(text: string, scheme: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) throw malformed(scheme);
    throw error;
  }
}

const notRead = (scheme: string): UserError =>
  new UserError({
    zh: `不读取 ${scheme}://；请给文件，或 postgres://主机/库/表、clickhouse://主机/库/表`,
    en: `${scheme}:// is not read; give a file, or postgres://host/database/table, clickhouse://host/database/table`,
  });

const malformed = (scheme: string): UserError =>
  new UserError({
    zh: `${scheme}:// 的写法不对，应为 ${scheme}://主机[:端口]/库/表`,
    en: `${scheme}:// is not written as it should be: ${scheme}://host[:port]/database/table`,
  });

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);

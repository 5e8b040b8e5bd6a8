import { UserError } from '../../errors.ts';
import type { Text } from '../../vocabulary/text.ts';

/** What databases and networks say when something fails, by their codes. Their own messages may hold cells, users or passwords, and are never shown. */
const SENTENCES: Readonly<Record<string, Text>> = {
  '28P01': { zh: '用户名或口令不对', en: 'the user or the password is wrong' },
  '28000': { zh: '不允许这个用户这样连接', en: 'this user may not connect in this way' },
  '3D000': { zh: '没有这个库', en: 'there is no such database' },
  '42501': { zh: '这个用户没有读取的权限，请授予 SELECT', en: 'this user may not read it: grant SELECT' },
  '53200': { zh: '数据库内存不够', en: 'the database is out of memory' },
  '53100': { zh: '数据库磁盘已满', en: 'the disk of the database is full' },
  '53300': { zh: '数据库连接太多', en: 'the database has too many connections' },
  '57014': { zh: '超过了时间上限，已停下（--database-time）', en: 'it took longer than it may (--database-time)' },
  '40001': { zh: '数据库改动太多，请再试一次', en: 'the database changed too much meanwhile: try again' },
  ECONNREFUSED: { zh: '那里没有数据库在运行', en: 'no database answers there' },
  ENOTFOUND: { zh: '没有这台主机', en: 'there is no such host' },
  EAI_AGAIN: { zh: '查不到这台主机', en: 'the host cannot be looked up' },
  ETIMEDOUT: { zh: '没有回应', en: 'it does not answer' },
  ECONNRESET: { zh: '连接中断了', en: 'the connection was lost' },
  TOO_LONG: {
    zh: '一次回答超过 256 MB。请按省做视图，分别运行，或先写出汇总表（tally）',
    en: 'one answer is more than 256 MB: make a view for each province and ask them one by one, or write tallies first',
  },
  EPIPE: { zh: '连接中断了', en: 'the connection was lost' },
  NO_SHARD: { zh: '有分片连不上；只有一部分行的合计数不给出', en: 'a shard cannot be reached, and sums of some of the rows are not given' },
  NOT_CLICKHOUSE: { zh: '那里回应的不是 ClickHouse', en: 'what answers there is not ClickHouse' },
  CONSTRAINED: {
    zh: '这个用户不许设置所需的上限（constraints），请放宽（见 docs/databases.md）',
    en: 'this user may not set the limits that statements are asked with (constraints): allow them (docs/databases.md shows how)',
  },
  LIMITED: { zh: '超过了这个用户可以读取的数量', en: 'it is more than this user may read' },
  CERTIFICATE: {
    zh: '服务器的证书不可信（NODE_EXTRA_CA_CERTS 可加入本单位的证书颁发机构）',
    en: 'the certificate of the server is not trusted (NODE_EXTRA_CA_CERTS adds an authority of the office)',
  },
  NO_TLS: {
    zh: '服务器不支持加密（TLS）；不在本机的数据库必须加密',
    en: 'the server has no TLS, and a database elsewhere must be asked under encryption',
  },
};

/** An error of a database as the user may see it. */
export function databaseError(name: string, code: string): UserError {
  const known = SENTENCES[code];
  return new UserError({
    zh: `${name}：${known?.zh ?? '数据库出错'}${known ? '' : `（${code}）`}`,
    en: `${name}: ${known?.en ?? 'the database failed'}${known ? '' : ` (${code})`}`,
  });
}

/** The code of whatever failed. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (/does not support SSL/u.test(error.message)) return 'NO_TLS';
  const known = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/CERT|LEAF_SIGNATURE/u.test(known)) return 'CERTIFICATE';
  if (known === 'EPROTO') return 'NO_TLS';
  if (known.startsWith('HPE_')) return 'NOT_CLICKHOUSE';
  if (/timeout/iu.test(error.message) && !('code' in error)) return 'ETIMEDOUT';
  if (/terminated/u.test(error.message) && !('code' in error)) return 'ECONNRESET';
  return /^[A-Z0-9_]{4,40}$/u.test(known) ? known : 'unknown';
}

export const changedMeanwhile = (name: string): UserError =>
  new UserError({
    zh: `${name}：运行期间表里的行有改动，合计数可能对不上，已停下。请在没有人改动时再运行，或读一个快照`,
    en: `${name}: its rows changed during the run, so that the sums might not belong together. Run again when nobody writes to it, or read a snapshot of it`,
  });

export const mayWrite = (name: string): UserError =>
  new UserError({
    zh: `${name}：这个用户能改动数据。请用一个只有 SELECT 权限的用户（见 docs/databases.md）`,
    en: `${name}: this user may change the data. Use one that has SELECT and nothing else (docs/databases.md shows how)`,
  });

export const takesNoLimits = (name: string): UserError =>
  new UserError({
    zh: `${name}：这个用户的 readonly = 1，不能为每条语句设时间和内存上限。请改为 readonly = 2，同样只能读（见 docs/databases.md）`,
    en: `${name}: this user has readonly = 1 and takes no limits of time and memory for a statement. Give it readonly = 2, which can only read as well (docs/databases.md shows how)`,
  });

export const noSuchTable = (name: string): UserError =>
  new UserError({
    zh: `${name}：没有这个表或视图，或者这个用户看不到`,
    en: `${name}: there is no such table or view, or this user may not see it`,
  });

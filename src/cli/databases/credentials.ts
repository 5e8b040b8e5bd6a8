import { constants, open } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import { cannotRead } from '../../library/from-path.ts';
import type { World } from '../world.ts';

/** Who asks a database. Never printed. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

const OF_OTHERS = 0o077;

/** Credentials of the environment, or of the file that it names: the user on its first line, the password on its second. */
export async function credentialsOf({ env }: Pick<World, 'env'>): Promise<Credentials> {
  const { AID_METRICS_USER: user, AID_METRICS_PASSWORD: password = '', AID_METRICS_CREDENTIALS: file } = env;
  if (file !== undefined && file !== '') return credentialsIn(file);
  if (user !== undefined && user !== '') return { user, password };
  throw new UserError({
    zh: '要读数据库，请把用户名和口令放在环境变量 AID_METRICS_USER、AID_METRICS_PASSWORD 里，或用 AID_METRICS_CREDENTIALS 指明一个只有本人能读的文件（第一行用户名，第二行口令）',
    en: 'to read a database, put the user and the password into the environment (AID_METRICS_USER, AID_METRICS_PASSWORD), or name a file that only you can read with AID_METRICS_CREDENTIALS (the user on its first line, the password on its second)',
  });
}

async function credentialsIn(path: string): Promise<Credentials> {
  // A FIFO that nobody writes to would be waited for.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  try {
    const kind = await file.stat();
    // Windows keeps no such modes.
    const isOpen =
      process.platform !== 'win32' && ((kind.mode & OF_OTHERS) !== 0 || (kind.uid !== process.getuid?.() && process.getuid?.() !== 0));
    if (!kind.isFile() || isOpen)
      throw new UserError({
        zh: `${path}：口令文件必须只有本人能读（chmod 600）`,
        en: `${path}: a file with a password must be one that only you can read (chmod 600)`,
      });
    const [user = '', password = ''] = (await file.readFile('utf8')).split(/\r?\n/u);
    if (user.trim() === '')
      throw new UserError({
        zh: `${path}：第一行应为用户名，第二行为口令`,
        en: `${path}: the first line is the user, the second the password`,
      });
    return { user: user.trim(), password };
  } finally {
    await file.close();
  }
}

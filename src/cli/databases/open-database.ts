import { UserError } from '../../errors.ts';
import type { Source } from '../../input/source.ts';
import type { NamedFile } from '../named-file.ts';
import type { World } from '../world.ts';
import { readDatabaseAddress } from './address.ts';
import { credentialsOf } from './credentials.ts';
import type { DatabaseLimits } from './limits.ts';

/** A table of a database as a source: it is opened now, and read where it lies. */
export async function databaseSource({ file, declared }: NamedFile, world: World, limits: DatabaseLimits): Promise<Source> {
  const address = readDatabaseAddress(file);
  if (address.system !== 'postgresql')
    throw new UserError({ zh: `${file}：还不能读 ClickHouse`, en: `${file}: ClickHouse cannot be read yet` });
  const how = { ...limits, credentials: await credentialsOf(world), onExit: world.onExit };
  const { openPostgres } = await import('./postgres-table.ts');
  const database = await openPostgres(file, address, how);
  return { file, declared, database, open: noBytes };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

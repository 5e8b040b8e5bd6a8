import type { Source } from '../../input/source.ts';
import type { NamedFile } from '../named-file.ts';
import type { World } from '../world.ts';
import { readDatabaseAddress } from './address.ts';
import { credentialsOf } from './credentials.ts';
import type { DatabaseLimits } from './limits.ts';

/** A table of a database as a source: it is opened now, and read where it lies. */
export async function databaseSource({ file, declared }: NamedFile, world: World, limits: DatabaseLimits): Promise<Source> {
  const address = readDatabaseAddress(file);
  const how = { ...limits, credentials: await credentialsOf(world), onExit: world.onExit };
  const open =
    address.system === 'postgresql'
      ? (await import('./postgres-table.ts')).openPostgres
      : (await import('./clickhouse-table.ts')).openClickHouse;
  const database = await open(file, address, how);
  return { file, declared, database, open: noBytes };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

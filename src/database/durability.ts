import { run, sqlFile, type Queryable } from './sql.js';

const DURABILITY = sqlFile(import.meta.url, 'durability.sql');

/** What a server does to keep what it has acknowledged. */
export interface Durability {
  fsync: boolean;
  fullPageWrites: boolean;
  synchronousCommit: string;
}

/** What a power cut or a crash may take, as a clause; everything: more than the last moments. */
export interface DurabilityRisk {
  says: string;
  everything: boolean;
}

export async function readDurability(db: Queryable): Promise<Durability> {
  const { rows } = await run<Durability>(db, DURABILITY);
  const [durability] = rows;
  if (!durability) throw new Error('The database answered a question about itself without a row');
  return durability;
}

/** @returns null when nothing that was acknowledged can be lost */
export function durabilityRisk({
  fsync,
  fullPageWrites,
  synchronousCommit,
}: Durability): DurabilityRisk | null {
  const off = [...(fsync ? [] : ['fsync']), ...(fullPageWrites ? [] : ['full_page_writes'])];
  if (off.length > 0) {
    return { says: `${off.join(' and ')} off: a power cut can destroy the database`, everything: true };
  }
  if (synchronousCommit !== 'off') return null;
  const says = 'synchronous_commit off: a crash loses the last moments, though nothing else';
  return { says, everything: false };
}

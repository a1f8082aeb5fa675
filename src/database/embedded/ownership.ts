import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedDatabaseError } from './errors.js';
import type { Account } from './launcher.js';

/** PostgreSQL insists on owning its folder, alone or with its group reading; a copy made by root does not belong to it. */
export async function ensureOwned(cluster: string, account: Account | undefined): Promise<void> {
  const { uid, mode } = await stat(cluster);
  const wanted = account?.uid ?? process.getuid?.();
  if (wanted === undefined) return;
  if (uid !== wanted && account === undefined) {
    throw new EmbeddedDatabaseError(
      `${cluster} belongs to user ${uid}, and this program runs as user ${wanted}: ` +
        `run it as that user or as root, or set DATA_DIR to another directory.`,
    );
  }
  if (uid !== wanted) await giveTo(account, cluster);
  if ((mode & 0o027) !== 0) await chmod(cluster, 0o700);
}

/** Changes the owner of a folder and of everything in it. */
export async function giveTo(account: Account | undefined, folder: string): Promise<void> {
  if (account === undefined) return;
  const inside = await readdir(folder, { recursive: true });
  await Promise.all(inside.map((entry) => lchown(path.join(folder, entry), account.uid, account.gid)));
  await chown(folder, account.uid, account.gid);
}

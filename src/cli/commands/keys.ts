import { Option, type Command } from 'commander';
import { createKey, listKeys, revokeKey, type ApiKey, type KeyRole } from '../../database/keys/keys.js';
import { wholeNumber } from '../arguments/count.js';
import { EXIT } from '../exit-codes.js';
import { examples, withReal } from '../options.js';
import { print } from '../output/print.js';
import { instant, table } from '../output/text.js';
import { inWarehouse, type CommonOptions } from '../session.js';

interface CreateOptions extends CommonOptions {
  role: 'read' | 'admin';
  expires?: number;
}

const ROLES: Readonly<Record<CreateOptions['role'], KeyRole>> = { read: 'READ', admin: 'ADMIN' };
const LONGEST_DAYS = 3_650;

/** Adds `keys create`, `keys list` and `keys revoke`. */
export function addKeys(program: Command): void {
  const keys = program.command('keys').description('keys for the API besides ADMIN_KEY and READ_KEYS');
  addCreate(keys);
  addList(keys);
  addRevoke(keys);
}

function addCreate(keys: Command): void {
  withReal(keys.command('create'))
    .description('make a key and print it, once: only its hash is kept')
    .argument('<name>', 'who will hold it, as runs and audits say: small letters, digits, . - _')
    .addOption(new Option('--role <role>', 'what it may do').choices(['read', 'admin']).default('read'))
    .option('--expires <days>', 'days it is good for; for ever when absent', wholeNumber(1, LONGEST_DAYS))
    .addHelpText(
      'after',
      `
Send it as "Authorization: Bearer <key>". Running programs know it at once. Reading needs a key where READ_KEYS are set
or READ_ACCESS is "keys".`,
    )
    .addHelpText(
      'after',
      examples(
        ['keys create dashboard', 'may read'],
        ['keys create ops-laptop --role admin --expires 90', 'may also write, for 90 days'],
      ),
    )
    .action((name: string, { role, expires, ...options }: CreateOptions) =>
      inWarehouse(options, async (session) => {
        const wanted = { name, role: ROLES[role], expiresInDays: expires };
        const { key, row } = await createKey(session.pool, wanted);
        print(session, { key, ...row }, [
          `Key ${row.name}, to ${role === 'admin' ? 'read and write' : 'read'}, ${validity(row)}:`,
          '',
          `  ${key}`,
          '',
          'It is shown this once and kept nowhere.',
        ]);
        return EXIT.DONE;
      }),
    );
}

function addList(keys: Command): void {
  withReal(keys.command('list'))
    .description('all keys there ever were: role, state, last use')
    .action((options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const rows = await listKeys(session.pool);
        const lines = table(
          ['name', 'role', 'state', 'made', 'last used'],
          rows.map((row) => [row.name, row.role, stateOf(row), instant(row.createdAt), used(row)]),
        );
        print(
          session,
          { keys: rows },
          rows.length > 0 ? lines : ['There are no keys but those of the settings.'],
        );
        return EXIT.DONE;
      }),
    );
}

function addRevoke(keys: Command): void {
  withReal(keys.command('revoke'))
    .description('refuse a key from now on, in every running program; its name is free again')
    .argument('<name>', 'as "keys list" shows it')
    .action((name: string, options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const revoked = await revokeKey(session.pool, name);
        print(session, { revoked }, [
          revoked ? `Key ${name} opens nothing any more.` : `There is no key ${name}.`,
        ]);
        return revoked ? EXIT.DONE : EXIT.FAILED;
      }),
    );
}

const validity = ({ expiresAt }: ApiKey): string =>
  expiresAt ? `good until ${instant(expiresAt)}` : 'good until it is revoked';

const used = ({ lastUsedAt }: ApiKey): string => (lastUsedAt ? instant(lastUsedAt) : 'never');

function stateOf(row: ApiKey): string {
  if (row.revokedAt) return `revoked ${instant(row.revokedAt)}`;
  if (row.expiresAt && row.expiresAt < new Date()) return `expired ${instant(row.expiresAt)}`;
  return validity(row);
}

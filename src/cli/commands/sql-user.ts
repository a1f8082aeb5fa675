import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { checkPassword, newPassword } from '../../database/sql-users/password.js';
import { createSqlUser, dropSqlUser, listSqlUsers } from '../../database/sql-users/sql-users.js';
import { InvalidInputError, messageOf } from '../../errors.js';
import { EXIT } from '../exit-codes.js';
import { examples, withReal } from '../options.js';
import { print } from '../output/print.js';
import { table } from '../output/text.js';
import { inWarehouse, type CommonOptions, type Session } from '../session.js';

interface CreateOptions extends CommonOptions {
  passwordFile?: string;
}

/** Adds `sql-user create`, `sql-user list` and `sql-user drop`. */
export function addSqlUser(program: Command): void {
  const users = program
    .command('sql-user')
    .description('let people read the warehouse with SQL, and only read');
  addCreate(users);
  addList(users);
  addDrop(users);
}

function addCreate(users: Command): void {
  withReal(users.command('create'))
    .description('make a user that may read the views of schema analysis, and say how to connect')
    .argument('<name>', 'a to z, 0 to 9 and _')
    .option(
      '--password-file <path>',
      'take the password from a file; a new one is printed, once, when absent',
    )
    .addHelpText(
      'after',
      `
The user cannot write, make tables (also no temporary ones: that right is taken from everybody in the database but
its owner) or read payloads and the program’s own tables. 5 connections, 60 s a statement unless the session says
otherwise. docs/data-model.md describes the views.`,
    )
    .addHelpText(
      'after',
      examples(['sql-user create ada', ''], ['sql-user create bi --password-file secret', '']),
    )
    .action((user: string, options: CreateOptions) =>
      inWarehouse(options, async (session) => {
        const given = await givenPassword(options.passwordFile);
        const password = given ?? newPassword();
        await createSqlUser(session.pool, user, password);
        const shown = given === undefined ? { password } : {};
        print(session, { user, ...shown, ...addressOf(session) }, [
          `Made ${user}.`,
          ...(given === undefined ? [`Password, shown only now: ${password}`] : []),
          '',
          ...howToConnect(session, user),
        ]);
        return EXIT.DONE;
      }),
    );
}

function addList(users: Command): void {
  withReal(users.command('list'))
    .description('list the users, their open connections, and how to connect at present')
    .action((options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const found = await listSqlUsers(session.pool);
        const cells = found.map((user) => [user.name, `${user.connections} of ${user.connectionLimit}`]);
        const lines = [
          ...table(['name', ' connections'], cells),
          '',
          ...howToConnect(session, found[0]?.name ?? ''),
        ];
        print(session, { users: found, ...addressOf(session) }, found.length > 0 ? lines : ['No SQL users.']);
        return EXIT.DONE;
      }),
    );
}

function addDrop(users: Command): void {
  withReal(users.command('drop'))
    .description('end a user’s connections and remove it')
    .argument('<name>', 'as "sql-user list" shows it')
    .action((user: string, options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        await dropSqlUser(session.pool, user);
        print(session, { dropped: user }, [`Removed ${user}.`]);
        return EXIT.DONE;
      }),
    );
}

async function givenPassword(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new InvalidInputError(`--password-file ${file} cannot be read: ${messageOf(error)}`);
  });
  return checkPassword(text.trim());
}

interface Address {
  host: string;
  port: number;
  database: string;
}

function addressOf({ url }: Session): Address {
  const { hostname, port, pathname } = new URL(url);
  return { host: hostname, port: Number(port || 5432), database: decodeURIComponent(pathname.slice(1)) };
}

/** Without the password: whoever connects has it. */
function howToConnect(session: Session, user: string): string[] {
  const { host, port, database } = addressOf(session);
  const embedded = session.config.DATABASE_URL === undefined;
  return [
    'Connect, and give the password when asked, or in PGPASSWORD:',
    `  psql    psql "host=${host} port=${port} dbname=${database} user=${user}"`,
    `  Python  psycopg.connect(host="${host}", port=${port}, dbname="${database}", user="${user}", password=…)`,
    ...(embedded ? EMBEDDED_NOTE : []),
  ];
}

const EMBEDDED_NOTE = [
  'This is the embedded PostgreSQL: it answers on this machine only, while the program runs, and at another port',
  'after each start unless DATABASE_PORT is set. "sql-user list" prints the present one.',
];

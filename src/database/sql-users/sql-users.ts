import pg, { type Pool, type PoolClient } from 'pg';
import { InvalidInputError, UserFacingError } from '../../errors.js';
import { run, sqlFile, type Queryable } from '../sql.js';
import { transaction } from '../transaction.js';
import { scramVerifier } from './password.js';

const { DatabaseError, escapeIdentifier: name, escapeLiteral: literal } = pg;

const LIST = sqlFile(import.meta.url, 'list.sql');
const EXCESS = sqlFile(import.meta.url, 'excess.sql');

/** The only schema they may read. */
export const ANALYSIS_SCHEMA = 'analysis';
/** Sessions each may have at once. */
const CONNECTION_LIMIT = 5;

/**
 * Defaults of their sessions. A user may change them in a session of theirs; what they may read and write does not
 * depend on them.
 */
const SESSION_SETTINGS = {
  search_path: `${ANALYSIS_SCHEMA}, public`,
  TimeZone: 'UTC',
  statement_timeout: '60s',
  idle_in_transaction_session_timeout: '60s',
  default_transaction_read_only: 'on',
} as const;

export interface SqlUser {
  name: string;
  /** Sessions open now. */
  connections: number;
  connectionLimit: number;
}

const INSUFFICIENT_PRIVILEGE = '42501';
const DUPLICATE_OBJECT = '42710';

/**
 * Makes a role that may read the views of schema `analysis` and nothing else: no writing, no objects of its own, no
 * payloads, no settings of the program.
 * @throws InvalidInputError for a name that does not fit or is taken
 * @throws UserFacingError when the database's own user may not make roles, or everybody may do too much in it
 */
export async function createSqlUser(pool: Pool, user: string, password: string): Promise<void> {
  checkName(user);
  await explained(user, () =>
    transaction(pool, async (client) => {
      const database = await databaseName(client);
      const role = name(user);
      await client.query(
        `CREATE ROLE ${role} LOGIN CONNECTION LIMIT ${CONNECTION_LIMIT} PASSWORD ${literal(scramVerifier(password))}`,
      );
      await client.query(`COMMENT ON ROLE ${role} IS ${literal(markOf(database))}`);
      for (const [setting, value] of Object.entries(SESSION_SETTINGS))
        await set(client, role, setting, value);
      await grant(client, role, name(database));
      await refuseExcess(client, user);
    }),
  );
}

/** The SQL users of this database. */
export async function listSqlUsers(db: Queryable): Promise<SqlUser[]> {
  const { rows } = await run<SqlUser>(db, LIST, [markOf(await databaseName(db))]);
  return rows;
}

/**
 * Ends a user's sessions and removes it.
 * @throws InvalidInputError for a role that is none of ours
 */
export async function dropSqlUser(pool: Pool, user: string): Promise<void> {
  const known = await listSqlUsers(pool);
  if (!known.some((one) => one.name === user)) {
    throw new InvalidInputError(`"${user}" is no SQL user of this database. "sql-user list" shows them.`);
  }
  await explained(user, async () => {
    const role = name(user);
    await pool.query(`ALTER ROLE ${role} NOLOGIN`);
    await pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [user]);
    await transaction(pool, async (client) => {
      const schema = name(ANALYSIS_SCHEMA);
      await client.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} REVOKE SELECT ON TABLES FROM ${role}`);
      await client.query(`REVOKE SELECT ON ALL TABLES IN SCHEMA ${schema} FROM ${role}`);
      await client.query(`REVOKE USAGE ON SCHEMA ${schema} FROM ${role}`);
      await client.query(`REVOKE CONNECT ON DATABASE ${name(await databaseName(client))} FROM ${role}`);
      await client.query(`DROP ROLE ${role}`);
    });
  });
}

/** Views that a later version adds are included. */
async function grant(client: PoolClient, role: string, database: string): Promise<void> {
  const schema = name(ANALYSIS_SCHEMA);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${role}`);
  await client.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
  await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
  await client.query(`ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT ON TABLES TO ${role}`);
  // PostgreSQL lets everybody make temporary tables, which fill the disk as others do. The program keeps its right.
  await client.query(`GRANT TEMPORARY ON DATABASE ${database} TO CURRENT_USER`);
  await client.query(`REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
}

async function set(client: PoolClient, role: string, setting: string, value: string): Promise<void> {
  const list = value.split(', ').map((part) => literal(part));
  await client.query(`ALTER ROLE ${role} SET ${name(setting)} = ${list.join(', ')}`);
}

/** A database where PUBLIC was given rights would give them to this user, too. */
async function refuseExcess(client: PoolClient, user: string): Promise<void> {
  const { rows } = await run<{ right: string }>(client, EXCESS, [user]);
  if (rows.length === 0) return;
  throw new UserFacingError(
    `"${user}" was not made: in this database everybody (PUBLIC) may ${rows.map((row) => row.right).join(', ')}. ` +
      `Its owner can take that away: REVOKE … FROM PUBLIC.`,
  );
}

function checkName(user: string): void {
  if (/^[a-z][a-z0-9_]{0,62}$/.test(user) && !user.startsWith('pg_')) return;
  throw new InvalidInputError(
    `"${user}" cannot be a user's name: it takes a to z, 0 to 9 and _, begins with a letter, not with pg_, and has 63 characters at most.`,
  );
}

/** Roles belong to the whole server, so they are marked with the database they were made for. */
function markOf(database: string): string {
  return `weather-warehouse: SQL user of database ${database}`;
}

async function databaseName(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ name: string }>('SELECT current_database() AS name');
  if (!rows[0]) throw new Error('The database does not know its own name');
  return rows[0].name;
}

async function explained<T>(user: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code === DUPLICATE_OBJECT) {
      throw new InvalidInputError(`The server has a role "${user}" already: choose another name.`);
    }
    if (error.code !== INSUFFICIENT_PRIVILEGE) throw error;
    throw new UserFacingError(
      `The database's user of DATABASE_URL may not do that with the role "${user}" (${error.message}): ` +
        `it must own the database and have CREATEROLE.`,
      { cause: error },
    );
  }
}

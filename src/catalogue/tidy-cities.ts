import type { Queryable } from '../database/sql.js';

/**
 * After many rows of `cities` were written: new names wait in the trigram index's pending list, which every
 * search would read through until it is emptied; and the planner must know the table as it is now.
 */
export async function tidyCities(db: Queryable): Promise<void> {
  await db.query(`SELECT gin_clean_pending_list('cities_search_text_idx')`);
  await db.query('ANALYZE cities');
}

import { readFileSync } from 'node:fs';

/**
 * A statement whose marked sections are exchanged before it is prepared: the columns a query asked for, the
 * direction of an order. In the file a section is written `/*:name*\/ default /*:*\/`, so that the file runs as it
 * is in psql. Values never come in this way; they are parameters.
 */
export interface SqlTemplate {
  name: string;
  text: string;
}

export interface PreparedText {
  /** Absent for texts too many to keep prepared. */
  name?: string;
  text: string;
}

/** Loads the template from the `.sql` file beside a module. */
export function sqlTemplate(moduleUrl: string, fileName: string): SqlTemplate {
  return { name: fileName.replace(/\.sql$/, ''), text: readFileSync(new URL(fileName, moduleUrl), 'utf8') };
}

/** Most variants kept prepared. Column sets are the client's choice, and connections never forget a statement. */
const MOST_PREPARED = 250;
const prepared = new Map<string, PreparedText>();

/** The template with its sections exchanged; the same sections give the same prepared statement. */
export function fill(template: SqlTemplate, sections: Readonly<Record<string, string>>): PreparedText {
  const key = [template.name, ...Object.values(sections)].join('\n');
  const known = prepared.get(key);
  if (known) return known;
  const text = exchange(template.text, sections);
  if (prepared.size >= MOST_PREPARED) return { text };
  const statement = { name: `${template.name}.${prepared.size}`, text };
  prepared.set(key, statement);
  return statement;
}

/** A statement's text with its marked sections exchanged; those not named stay as they are. */
export function exchange(text: string, sections: Readonly<Record<string, string>>): string {
  return text.replace(/\/\*:(\w+)\*\/[^]*?\/\*:\*\//g, (section, name: string) => sections[name] ?? section);
}

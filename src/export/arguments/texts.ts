import { ArgumentError } from '../../graphql/errors.js';

/** The arguments of an export as they came: names and texts, of an address or a command line. */
export class Texts {
  /** @param given several values of one name count as one list */
  constructor(private readonly given: URLSearchParams) {}

  /** @throws ArgumentError for a name that is not among those */
  allowOnly(names: readonly string[]): void {
    for (const name of this.given.keys()) {
      if (names.includes(name)) continue;
      throw new ArgumentError(
        name,
        this.given.get(name),
        `absent: the arguments here are ${names.join(', ')}`,
      );
    }
  }

  one(name: string): string | undefined {
    const [text, second] = this.given.getAll(name);
    if (second !== undefined) throw new ArgumentError(name, this.given.getAll(name), 'given once');
    return text;
  }

  /** With commas between, or given several times. */
  list(name: string): string[] | undefined {
    if (!this.given.has(name)) return undefined;
    return this.given.getAll(name).flatMap((text) => text.split(',').map((part) => part.trim()));
  }

  word<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.one(name);
    return text === undefined ? undefined : wordOf(name, text, words);
  }

  words<Word extends string>(name: string, words: readonly Word[]): Word[] | undefined {
    return this.list(name)?.map((text, index) => wordOf(`${name}.${index}`, text, words));
  }

  number(name: string): number | undefined {
    const text = this.one(name);
    if (text === undefined) return undefined;
    if (!/^-?\d{1,9}(\.\d{1,9})?$/.test(text)) throw new ArgumentError(name, text, 'a number');
    return Number(text);
  }

  whole(name: string): number | undefined {
    const value = this.number(name);
    if (value === undefined || Number.isInteger(value)) return value;
    throw new ArgumentError(name, value, 'a whole number');
  }

  boolean(name: string): boolean | undefined {
    const word = this.word(name, ['true', 'false']);
    return word === undefined ? undefined : word === 'true';
  }

  /** What was asked, for the metadata. */
  asGiven(): Record<string, string> {
    const names = [...new Set(this.given.keys())];
    return Object.fromEntries(names.map((name) => [name, this.given.getAll(name).join(',')]));
  }
}

function wordOf<Word extends string>(argument: string, text: string, words: readonly Word[]): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new ArgumentError(argument, text, `one of ${words.join(', ')}`);
  return word;
}

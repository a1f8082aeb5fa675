import { messageOf } from '../errors.js';

/** An entry longer than this is a sign that the file is something else; so memory stays bounded. */
const LONGEST_ENTRY = 64 * 1024;

/**
 * Reads a JSON array of objects piece by piece, so that a file of any size needs the memory of one entry. It finds
 * where each entry ends by counting brackets outside strings, and leaves the entry itself to JSON.parse.
 * @param chunks the text, cut anywhere
 * @throws SyntaxError text that is no array of objects, or that breaks off, with the number of the entry
 */
export async function* arrayEntries(chunks: AsyncIterable<string>): AsyncGenerator {
  const splitter = new ArraySplitter();
  for await (const chunk of chunks) yield* splitter.split(chunk);
  splitter.end();
}

class ArraySplitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #ended = false;
  #entries = 0;
  /** What of the current entry came with earlier chunks. */
  #begun = '';

  *split(chunk: string): Generator {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk.charAt(at);
      if (this.#inString) this.#stepInString(character);
      else if (character === '{' || character === '[') {
        if (this.#depth === 1) start = at;
        this.#open(character);
      } else if (character === '}' || character === ']') {
        if (this.#close(character)) yield this.#parse(chunk.slice(start, at + 1));
      } else if (this.#depth > 1) this.#inString = character === '"';
      else if (!this.#isFiller(character))
        this.#refuse(`has ${JSON.stringify(character)} where an object should begin`);
    }
    if (this.#depth > 1) this.#keep(chunk.slice(start));
  }

  end(): void {
    if (!this.#ended) this.#refuse('breaks off');
  }

  #stepInString(character: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (character === '\\') this.#escaped = true;
    else if (character === '"') this.#inString = false;
  }

  #open(bracket: string): void {
    if (this.#depth === 0 && (bracket === '{' || this.#ended)) this.#refuse('is no JSON array');
    if (this.#depth === 1 && bracket === '[') this.#refuse('is an array where an object should be');
    this.#depth += 1;
  }

  /** @returns whether this ends an entry */
  #close(bracket: string): boolean {
    if (this.#depth === 0 || (this.#depth === 1 && bracket === '}')) this.#refuse('has a bracket too many');
    this.#depth -= 1;
    if (this.#depth === 0) this.#ended = true;
    return this.#depth === 1;
  }

  #isFiller(character: string): boolean {
    return /[\s\uFEFF]/.test(character) || (character === ',' && this.#depth === 1);
  }

  #keep(text: string): void {
    this.#begun += text;
    if (this.#begun.length > LONGEST_ENTRY) this.#refuse(`is longer than ${LONGEST_ENTRY} characters`);
  }

  #parse(rest: string): unknown {
    const text = this.#begun + rest;
    this.#begun = '';
    this.#entries += 1;
    try {
      return JSON.parse(text);
    } catch (error) {
      throw new SyntaxError(`entry ${this.#entries} is not valid JSON (${messageOf(error)})`, {
        cause: error,
      });
    }
  }

  #refuse(what: string): never {
    throw new SyntaxError(
      this.#entries === 0 ? `the text ${what}` : `the text ${what} after entry ${this.#entries}`,
    );
  }
}

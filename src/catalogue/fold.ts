import anyAscii from 'any-ascii';

/**
 * A name as search compares it: plain Latin letters and digits, words apart by one space. "München", "MUNCHEN"
 * and "ＭＵＮＣＨＥＮ" become "munchen", "Xi’an" "xian", "St.-Denis" "st denis", "東京" "dongjing", "Москва" "moskva".
 * Every script is written in Latin letters because PostgreSQL's trigrams drop all others in a database whose
 * character type is C. Names and queries pass the same function, so it need not be good transcription.
 * @returns "" when nothing of the text can be searched for
 */
export function fold(text: string): string {
  return anyAscii(text.normalize('NFC'))
    .toLowerCase()
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * What `cities.search_text` holds: each folded name on a line of its own, between line breaks, the place's own
 * names first, then an empty line and its names in other languages: "\nkoln\nkoeln\n\ncologne\nkeulen\n".
 * "\nkoln\n" in it is a whole name, "\nkol" the beginning of one, and "\nkol" before "\n\n" that of an own one.
 */
export function searchText(ownNames: readonly string[], otherNames: readonly string[] = []): string {
  const own = new Set(ownNames.map(fold).filter(Boolean));
  const others = new Set(otherNames.map(fold).filter((name) => name !== '' && !own.has(name)));
  return lines(own) + lines(others);
}

function lines(names: ReadonlySet<string>): string {
  return names.size === 0 ? '' : `\n${[...names].join('\n')}\n`;
}

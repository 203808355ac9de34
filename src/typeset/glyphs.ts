/**
 * The characters for which a font has glyphs, from its `cmap` table (OpenType 1.9, formats 4 and 12).
 * @param font bytes of a TrueType file
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const characters = new Set<number>();
  const cmap = tableOf(font, 'cmap');
  const encodings = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < encodings; index += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) addSegments(font, subtable, characters);
    if (format === 12) addGroups(font, subtable, characters);
  }
  return characters;
}

function tableOf(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + 16 * index;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`a font has no table ${tag}`);
}

function addSegments(font: Buffer, subtable: number, characters: Set<number>): void {
  const segments = font.readUInt16BE(subtable + 6) / 2;
  for (let index = 0; index < segments; index += 1) {
    const last = font.readUInt16BE(subtable + 14 + 2 * index);
    const first = font.readUInt16BE(subtable + 16 + 2 * segments + 2 * index);
    for (let code = first; code <= last && code < 0xffff; code += 1) characters.add(code);
  }
}

function addGroups(font: Buffer, subtable: number, characters: Set<number>): void {
  const groups = font.readUInt32BE(subtable + 12);
  for (let index = 0; index < groups; index += 1) {
    const first = font.readUInt32BE(subtable + 16 + 12 * index);
    const last = font.readUInt32BE(subtable + 20 + 12 * index);
    for (let code = first; code <= last; code += 1) characters.add(code);
  }
}

/** White space, and what has no picture of its own: fonts need no glyph for it. */
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * The characters of a text that none of the fonts has, each once, in their order.
 * @param characters of all fonts together
 */
export function missingCharacters(text: string, characters: ReadonlySet<number>): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (!characters.has(character.codePointAt(0) ?? 0) && !UNSEEN.test(character)) missing.add(character);
  }
  return [...missing];
}

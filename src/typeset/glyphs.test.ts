import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { FONT_FILES } from './fonts';
import { charactersOf, missingCharacters } from './glyphs';

const { resolve } = createRequire(import.meta.url);

describe('the shipped fonts', () => {
  it.each(FONT_FILES)('%s has Latin, Cyrillic and what layouts set', (file) => {
    const characters = charactersOf(readFileSync(resolve(file)));
    expect(missingCharacters('Aa0%“”„«»’–—…•·№€№ЁёЎўІіҐґЇї', characters)).toEqual([]);
  });

  it('have the boxes of tasks between them', () => {
    const all = new Set(FONT_FILES.flatMap((file) => [...charactersOf(readFileSync(resolve(file)))]));
    expect(missingCharacters('☐☑', all)).toEqual([]);
  });
});

describe('missingCharacters', () => {
  it('names each once, and nothing that cannot be seen', () => {
    expect(missingCharacters('a中 中\u200b\u2060\u00ad\ufe0f\n🙂', new Set(['a'.charCodeAt(0)]))).toEqual([
      '中',
      '🙂',
    ]);
  });
});

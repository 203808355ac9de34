import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageRuns } from './script-runs';

const marked = (text: string, language: string): string =>
  languageRuns(text, language)
    .map((run) => (run.language ? `<${run.language}>${run.text}</>` : run.text))
    .join('');

describe('languageRuns', () => {
  it.each([
    ['en', 'Only English — “quoted”, 8 %.', 'Only English — “quoted”, 8 %.'],
    ['de', 'Größe, naïve', 'Größe, naïve'],
    ['en', 'The Вологодская область, 2025 года.', 'The <ru>Вологодская область, 2025 года</>.'],
    ['en', 'Менск і ўся краіна', '<be>Менск і ўся краіна</>'],
    ['en', 'Україна її', '<uk>Україна її</>'],
    ['ru', 'Завод MAZ и quality assurance.', 'Завод <en>MAZ</> и <en>quality assurance</>.'],
    ['ru', 'Беларусь і Расія', 'Беларусь і Расія'],
    ['en', 'Ελλάδα and עברית', '<el>Ελλάδα</> and <he>עברית</>'],
    ['be-BY', 'Завод MAZ', 'Завод <en>MAZ</>'],
    ['en', '中国 2025', '中国 2025'],
    ['constructor', 'Завод MAZ', '<ru>Завод</> MAZ'],
  ])('in %s: %s', (language, text, expected) => {
    expect(marked(text, language)).toBe(expected);
  });

  it('loses nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('en', 'ru', 'be', 'el', ''),
        (text, language) => {
          const runs = languageRuns(text, language);
          expect(runs.map((run) => run.text).join('')).toBe(text);
          expect(runs.every((run) => run.text !== '')).toBe(true);
        },
      ),
    );
  });
});

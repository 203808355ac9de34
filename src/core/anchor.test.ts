import { expect, describe as suite, test } from 'vitest';
import { type Anchored, describe, reanchor, resolve } from './anchor';

const TEXT = [
  'MINSK, 30 January (BelTA) – Belarus’ trade with Vologda Oblast is vibrant. Mutual trade increased by 8%. Belarusian exports rose 21%, Aleksandr Pshenny told BelTA.',
  'Belarus’ main exports to the Russian region include products of the enterprises of the Industry Ministry.',
  '“We have agreed to expand cooperation with Amkodor. Now we are mulling over the ways to resume supplies of logging machines to the region,” he said.',
  'Minsk Tractor Plant also has ambitious plans. Mogilevliftmash will continue to ship its elevators in 2025.',
].join('\n');

const at = (text: string, words: string, nth = 0) => {
  let start = text.indexOf(words);
  for (let skipped = 0; skipped < nth; skipped += 1) start = text.indexOf(words, start + 1);
  return describe(text, start, start + words.length);
};
const carried = (before: string, after: string, words: string, nth = 0): Anchored => {
  const [anchored] = reanchor(before, after, [at(before, words, nth)]);
  if (!anchored) throw new Error('a target was dropped');
  return anchored;
};
const wordsOf = (text: string, anchored: Anchored): string =>
  'start' in anchored ? `${anchored.state}: ${text.slice(anchored.start, anchored.end)}` : anchored.state;

suite('describe', () => {
  test('gives both selectors with 32 characters of context', () => {
    const start = TEXT.indexOf('exports rose 21%');
    expect(describe(TEXT, start, start + 16)).toEqual([
      { type: 'TextPositionSelector', start, end: start + 16 },
      {
        type: 'TextQuoteSelector',
        exact: 'exports rose 21%',
        prefix: TEXT.slice(start - 32, start),
        suffix: TEXT.slice(start + 16, start + 48),
      },
    ]);
  });

  test('widens an end inside an emoji, a combined character or a line end', () => {
    expect(describe('a👍🏽b', 2, 4)[1]).toMatchObject({ exact: '👍🏽', prefix: 'a', suffix: 'b' });
    expect(describe('cafe\u0301 x', 1, 4)[1].exact).toBe('afe\u0301');
    expect(describe('a\r\nb', 0, 2)[1].exact).toBe('a\r\n');
  });

  test('takes places outside of the text to its ends', () => {
    expect(describe('abc', -5, 99)[1].exact).toBe('abc');
    expect(describe('', 0, 0)).toEqual([
      { type: 'TextPositionSelector', start: 0, end: 0 },
      { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' },
    ]);
  });
});

suite('reanchor', () => {
  test('an edit elsewhere leaves a passage exact', () => {
    const after = TEXT.replace('MINSK', 'GRODNO and MINSK');
    expect(wordsOf(after, carried(TEXT, after, 'exports rose 21%'))).toBe('exact: exports rose 21%');
  });

  test('delete, then undo', () => {
    const sentence = ' Belarusian exports rose 21%, Aleksandr Pshenny told BelTA.';
    const after = TEXT.replace(sentence, '');
    const target = at(TEXT, 'exports rose 21%');
    expect(reanchor(TEXT, after, [target])[0]?.state).toBe('orphan');
    expect(wordsOf(TEXT, resolve(TEXT, target))).toBe('exact: exports rose 21%');
    expect(wordsOf(TEXT, reanchor(after, TEXT, [target])[0] as Anchored)).toBe('exact: exports rose 21%');
  });

  test('a paragraph cut and pasted elsewhere takes its passages along', () => {
    const [first, second, third, fourth] = TEXT.split('\n');
    const after = [first, third, fourth, second].join('\n');
    for (const words of ['main exports', second ?? '']) {
      const found = carried(TEXT, after, words);
      expect(wordsOf(after, found)).toMatch(new RegExp(`^(exact|moved): ${words}$`));
    }
  });

  test('two paragraphs merged, one split', () => {
    const merged = TEXT.replace('BelTA.\nBelarus', 'BelTA. Belarus');
    expect(wordsOf(merged, carried(TEXT, merged, 'Pshenny told BelTA.\nBelarus’ main exports'))).toBe(
      'changed: Pshenny told BelTA. Belarus’ main exports',
    );
    const split = TEXT.replace('vibrant. Mutual', 'vibrant.\nMutual');
    expect(wordsOf(split, carried(TEXT, split, 'Mutual trade'))).toBe('exact: Mutual trade');
    const cut = TEXT.replace('Tractor Plant also', 'Tractor Plant\nalso');
    expect(wordsOf(cut, carried(TEXT, cut, 'Minsk Tractor Plant also has'))).toBe(
      'changed: Minsk Tractor Plant\nalso has',
    );
  });

  test('two identical sentences of which one is deleted', () => {
    const twin = 'Exports rose 21% in a year.';
    const before = `Alpha begins here. ${twin} Beta stands between them. ${twin} Gamma ends it.`;
    const after = `Alpha begins here. Beta stands between them. ${twin} Gamma ends it.`;
    expect(carried(before, after, twin, 0).state).toBe('orphan');
    expect(carried(before, after, twin, 1)).toMatchObject({ state: 'exact', start: after.indexOf(twin) });
    expect(['orphan', 'ambiguous']).toContain(resolve(after, at(before, twin, 0)).state);
    expect(resolve(after, at(before, twin, 1))).toMatchObject({ state: 'exact', start: after.indexOf(twin) });
  });

  test('a quote edited so that another sentence looks more like it than itself', () => {
    const before =
      'Timber exports to the region rose by 21% in November. Then came a pause. Timber exports to the region rose by 22% in December.';
    const after = before.replace(
      'Timber exports to the region rose by 21% in November',
      'Timber exports to Vologda region grew by 22% in November',
    );
    const words = 'Timber exports to the region rose by 21% in November.';
    expect(carried(before, after, words)).toMatchObject({ state: 'changed', start: 0 });
    const found = resolve(after, at(before, words));
    expect('start' in found ? found.start : 0).toBe(0);
  });

  test('words deleted and typed again elsewhere come back', () => {
    const sentence = 'Mutual trade increased by 8%. ';
    const after = TEXT.replace(sentence, '').replace('Minsk Tractor', `${sentence}Minsk Tractor`);
    expect(wordsOf(after, carried(TEXT, after, 'trade increased by 8%'))).toBe(
      'moved: trade increased by 8%',
    );
  });

  test('a note imported again with other quotation marks, spaces and hyphens', () => {
    const after = TEXT.replaceAll('“', '«')
      .replaceAll('”', '»')
      .replaceAll('’', "'")
      .replaceAll(' – ', '\u00a0— ')
      .replaceAll(' of ', ' of\u00a0')
      .replaceAll('\n', '\n\n');
    const words = '“We have agreed to expand cooperation with Amkodor.';
    expect(wordsOf(after, carried(TEXT, after, words))).toBe(
      'changed: «We have agreed to expand cooperation with Amkodor.',
    );
    expect(wordsOf(after, resolve(after, at(TEXT, words)))).toBe(
      'changed: «We have agreed to expand cooperation with Amkodor.',
    );
  });

  test('rows that differ by their numbers are followed when a table is sorted anew', () => {
    const rows = Array.from(
      { length: 120 },
      (_, nth) => `Row ${nth}\texports rose ${nth % 17}%\tin ${2000 + (nth % 25)}`,
    );
    const sorted = rows.map((row, nth) => ({ row, key: (nth * 67) % 120 })).sort((x, y) => x.key - y.key);
    const before = rows.join('\n');
    const after = sorted.map(({ row }) => row).join('\n');
    for (const row of rows)
      expect(wordsOf(after, carried(before, after, row))).toMatch(new RegExp(`: ${row}$`));
  });

  test('words before an edit among copies of their sentence stay, and do not go to the next copy', () => {
    const twin = 'Aaaaaa aaa aaa aaa aaaaaaaaaaa.';
    const before = ['Да aaa the aaa aaa.', twin, twin, twin, twin, 'The aaa aaa aaa aaa.'].join('\n');
    const after = `${before.slice(0, 32)}aaa${before.slice(52)}`;
    expect(reanchor(before, after, [describe(before, 27, 30)])).toEqual([
      { state: 'exact', start: 27, end: 30 },
    ]);
  });

  test('carries nested, overlapping and equal passages, and the whole text', () => {
    const after = TEXT.replace('rose 21%', 'rose 22%');
    const start = TEXT.indexOf('exports rose');
    const targets = [
      describe(TEXT, 0, TEXT.length),
      describe(TEXT, start, start + 16),
      describe(TEXT, start, start + 16),
      describe(TEXT, start + 8, start + 40),
    ];
    const found = reanchor(TEXT, after, targets).map((anchored) => wordsOf(after, anchored));
    expect(found).toEqual([
      `changed: ${after}`,
      'changed: exports rose 22%',
      'changed: exports rose 22%',
      `changed: ${after.slice(start + 8, start + 40)}`,
    ]);
  });

  test('a target of another text is searched for, and an empty text has none', () => {
    const stray = describe(`Added. ${TEXT}`, 7, 12);
    expect(wordsOf(TEXT, reanchor('', TEXT, [stray])[0] as Anchored)).toBe('exact: MINSK');
    expect(reanchor(TEXT, '', [at(TEXT, 'MINSK')])).toEqual([{ state: 'orphan', reason: 'deleted' }]);
    expect(reanchor('', '', [])).toEqual([]);
  });

  test('a copy does not steal the annotation of its edited original', () => {
    const lines = TEXT.split('\n');
    const copy = lines[1] ?? '';
    const edited = copy.replace('main exports', 'chief exports').replace('products', 'goods');
    const after = [lines[0], edited, lines[2], copy, lines[3]].join('\n');
    expect(wordsOf(after, carried(TEXT, after, copy))).toBe(`changed: ${edited}`);
  });
});

suite('resolve', () => {
  test('finds every passage again in the same text, repeated ones too', () => {
    const twice = `${TEXT}\n${TEXT}`;
    for (const words of ['21%', 'exports', TEXT, 'Industry Ministry.\n“We have'])
      for (const nth of [0, 1]) {
        const target = at(twice, words, nth);
        expect(resolve(twice, target)).toEqual({
          state: 'exact',
          start: target[0].start,
          end: target[0].end,
        });
      }
  });

  test('finds a word in a note of a few words', () => {
    expect(resolve('Hello brave world', describe('Hello world', 6, 11))).toMatchObject({
      state: 'exact',
      start: 12,
    });
  });

  test('a quote without context is found if it stands there once', () => {
    const bare = (exact: string) =>
      resolve(TEXT, [
        { type: 'TextPositionSelector', start: 0, end: 0 },
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
      ]).state;
    expect(bare('ambitious plans')).toBe('exact');
    expect(bare('exports')).toBe('ambiguous');
    expect(bare('never written')).toBe('orphan');
    expect(bare('')).toBe('orphan');
  });

  test('of a quote without context that was edited the place that is nearly it is shown, and not taken', () => {
    const quote = 'There are as many as eighteen direct inter-university agreements between the two.';
    const text = (words: string) => `Trade is up by a fifth.\n${words}\nNothing else was said there.`;
    const found = (words: string) =>
      resolve(text(words), [
        { type: 'TextPositionSelector', start: 0, end: 0 },
        { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' },
      ]);
    const edited = quote.replace('as many as eighteen', 'eighteen');
    expect(found(edited)).toMatchObject({ state: 'ambiguous', candidates: [{ start: 24 }] });
    expect(found('There are as many as twelve sawmills between the two towns.').state).toBe('orphan');
  });

  test('does not choose between equals', () => {
    const twice = `New line.\n${TEXT}\n${TEXT}`;
    expect(resolve(twice, at(`${TEXT}\n${TEXT}`, 'logging machines', 1)).state).toBe('ambiguous');
  });

  test('an edited original wins over its exact twin', () => {
    const quote = 'Exports of timber rose 21% in a year.';
    const before = `Alpha begins the story here. ${quote} Beta stands between the two of them. ${quote} Gamma ends it all.`;
    const after = before.replace(quote, 'Exports of timber rose 22% in a year.');
    expect(resolve(after, at(before, quote, 0))).toMatchObject({
      state: 'changed',
      start: before.indexOf(quote),
    });
  });
});

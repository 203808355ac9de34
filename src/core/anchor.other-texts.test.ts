import { expect, describe as suite, test } from 'vitest';
import { type Anchored, describe, reanchor, resolve } from './anchor';

/** Texts that are no flowing Latin or Cyrillic prose: minutes, lists of nearly the same, scripts without spaces. */

const at = (text: string, words: string) => {
  const start = text.indexOf(words);
  return describe(text, start, start + words.length);
};
const wordsOf = (text: string, anchored: Anchored | undefined): string =>
  anchored && 'start' in anchored
    ? `${anchored.state}: ${text.slice(anchored.start, anchored.end)}`
    : `${anchored?.state}`;
const carried = (before: string, after: string, words: string): string =>
  wordsOf(after, reanchor(before, after, [at(before, words)])[0]);
const found = (before: string, after: string, words: string): string =>
  wordsOf(after, resolve(after, at(before, words)));

const SAID = 'The Committee noted that no decision had been taken on the budget of the coming year.';
const MINUTES = [
  `1. ${SAID} The draft was circulated.`,
  '2. The Chair recalled that the delegation had asked for more time, and closed the discussion.',
  `3. ${SAID} The secretariat was thanked.`,
].join('\n');

suite('both texts are known', () => {
  test('where paragraphs change places, a sentence that two of them have goes with its own', () => {
    const after = MINUTES.split('\n').reverse().join('\n');
    for (const nth of [0, 2]) {
      const line = MINUTES.split('\n')[nth] ?? '';
      const start = MINUTES.indexOf(line) + 3;
      const there = after.indexOf(line) + 3;
      const place = { start: there, end: there + SAID.length };
      expect(reanchor(MINUTES, after, [describe(MINUTES, start, start + SAID.length)])).toMatchObject([
        place,
      ]);
    }
  });

  test('a text whose lines are broken elsewhere is the same text', () => {
    const before = [
      '1. The Chair recalled that the delegation had asked for more time.',
      '2. The Committee noted that no decision had been taken on the budget, and the figures were not final.',
      '3. The Committee agreed that no decision had been taken on the budget, and the delegation had asked for time.',
    ].join('\n');
    let words = 0;
    const after = before.replace(/ /g, () => {
      words += 1;
      return words % 3 === 0 ? '\n' : ' ';
    });
    for (const { index, 0: word } of before.matchAll(/\S+/g)) {
      const place = { start: index, end: index + word.length };
      expect(reanchor(before, after, [describe(before, place.start, place.end)])).toEqual([
        { state: 'exact', ...place },
      ]);
    }
  });

  test('a sentence that moves into another paragraph takes its full stop along', () => {
    const sentence = 'The draft was circulated among all delegations in time.';
    const before = `First of all. ${sentence}\nSecond comes this.\nThird comes that, and more.`;
    const after = `First of all.\nSecond comes this.\n3) ${sentence} Third comes that, and more.`;
    expect(carried(before, after, sentence)).toMatch(/: The draft .* in time\.$/);
  });

  test('a paragraph in a script without spaces is followed', () => {
    const before =
      '部长在首都告诉记者，出口增长了。双方签署了合作协议，表示满意。\n企业交付了机器设备。项目将于明年开始实施。';
    const after =
      '部长在首都告诉记者，出口增长了。\n企业交付了机器设备。双方签署了合作协议，表示满意。项目将于明年开始实施。';
    expect(carried(before, after, '签署了合作协议')).toMatch(/^\w+: 签署了合作协议$/);
  });

  test('of two lines that differ in their number alone each goes with its number', () => {
    const said = 'The Committee agreed that the figures were not final, and the report would be discussed.';
    const lines = [`1. ${said}`, '2. The Chair recalled that no decision had been taken.', `3. ${said}`];
    const before = lines.join('\n');
    for (const after of [
      [...lines].reverse().join('\n'),
      lines.slice(1).join('\n'),
      lines.slice(0, 2).join('\n'),
    ])
      for (const number of ['1. The', '3. The']) {
        const there = after.indexOf(number);
        const [now] = reanchor(before, after, [at(before, number)]);
        if (there < 0) expect(now).toEqual({ state: 'orphan', reason: 'deleted' });
        else expect(now).toMatchObject({ start: there, end: there + number.length });
      }
  });

  test('a sentence that was taken out of a line is not that of a line with the same words that stayed', () => {
    const before = `1. ${SAID}\n2. ${SAID}\n3. The Chair closed the discussion.`;
    const after = `1. \n2. ${SAID}\n3. ${SAID} The Chair closed the discussion.`;
    const first = after.indexOf(SAID);
    const second = after.lastIndexOf(SAID);
    const targets = [before.indexOf(SAID), before.lastIndexOf(SAID)].map((from) =>
      describe(before, from, from + SAID.length),
    );
    expect(reanchor(before, after, targets)).toMatchObject([{ start: second }, { start: first }]);
  });

  test('the first word of a deleted row does not go to the row that now stands there and begins with it', () => {
    const rows = ['Timber\t—\tup', 'Milk\t21\tup', 'Timber\t12\tdown', 'Elevators\t12\tup', 'Milk\t10\tdown'];
    const before = `Goods\tShare\tTrend\n${rows.join('\n')}\nSource: the customs committee.`;
    const after = `Goods\tShare\tTrend\n${rows[2]}\n${rows[3]}\nSource: the customs committee.`;
    expect(carried(before, after, 'Timber')).toBe('orphan');
    expect(carried(before, after, 'Timber\t12')).toBe('exact: Timber\t12');
  });

  test('a passage across the end of a line stays whole when the line is doubled', () => {
    const lines = ['He said it would rise by 60 %.', 'Exports rose in the last year.', 'Imports fell.'];
    const before = lines.join('\n');
    const after = [lines[0], lines[1], lines[1], lines[2]].join('\n');
    expect(carried(before, after, 'last year.\nImports')).toBe('exact: last year.\nImports');
    expect(carried(before, after, '60 %.\nExports')).toBe('exact: 60 %.\nExports');
  });

  test('what a known edit left of a sentence stays there, though the whole sentence is put in elsewhere', () => {
    const before = 'Exports rose by a fifth.\nImports fell.';
    const after = 'Exports fell.\nImports fell. Exports rose by a fifth.';
    const edits = [
      { a0: 8, a1: 24, b0: 8, b1: 13 },
      { a0: 38, a1: 38, b0: 27, b1: after.length },
    ];
    expect(reanchor(before, after, [describe(before, 0, 7)], edits)).toEqual([
      { state: 'exact', start: 0, end: 7 },
    ]);
  });

  test('a heading that was set in capitals is the same heading; a copy in capitals is not its original', () => {
    const before =
      'The trade of the north\nExports rose.\nRoad machinery\nSales fell by a fifth.\nImports fell.';
    const heading = 'Road machinery';
    const capitals = heading.toUpperCase();
    const set = before.replace(heading, capitals);
    expect(carried(before, set, heading)).toBe(`changed: ${capitals}`);
    expect(found(before, set, heading)).toBe(`changed: ${capitals}`);
    const copied = before.replace(heading, `${capitals}\n${heading}`).replace('fell.', 'grew.');
    expect(carried(before, copied, heading)).toBe(`exact: ${heading}`);
    expect(found(before, copied, heading)).toBe(`exact: ${heading}`);
  });

  test('a copy across a heading does not steal the annotation of its original that was edited in place', () => {
    const original =
      'The programme of lifts continues. The region replaced 310 lifts. The price is 4% lower.';
    const edited = 'The programme of lifts goes on. The region replaced 310 lifts. The price was 4% lower.';
    const before = ['Imports fell.', 'Lifts', original, 'Timber', 'Sales fell.'].join('\n');
    for (const lines of [
      ['Imports fell.', original, 'Lifts', edited, 'Timber', 'Sales fell.'],
      ['Imports fell.', 'Lifts', edited, 'Timber', original, 'Sales fell.'],
    ]) {
      const after = lines.join('\n');
      expect(carried(before, after, original)).toBe(`changed: ${edited}`);
      const there = after.indexOf(edited) + edited.indexOf('310 lifts');
      expect(reanchor(before, after, [at(before, '310 lifts')])).toMatchObject([{ start: there }]);
    }
  });

  test('an indentation that stayed holds no words that were put before the passage', () => {
    const lines = [
      'if (rate > limit) {',
      '  total += rows[1].amount;',
      '  return null;',
      '}',
      'const rate = 22;',
    ];
    const before = lines.join('\n');
    const after = [lines[0], lines[2], lines[1], lines[3], lines[4]].join('\n');
    expect(carried(before, after, '  total += rows[1].amount;')).toMatch(
      /: {3}total \+= rows\[1\]\.amount;$/,
    );
    const other = before.replace('{\n  total', '{\n\u00a0 total');
    expect(carried(before, other, '  total += rows[1]')).toBe('changed: \u00a0 total += rows[1]');
    expect(found(before, other, '  total += rows[1]')).toBe('changed: \u00a0 total += rows[1]');
  });
});

suite('only the selectors are known', () => {
  test('a slip in a sentence does not send its annotation to the twin of the sentence', () => {
    const after = MINUTES.replace('Committee', 'Committtee');
    expect(found(MINUTES, after, SAID)).toBe(`changed: ${SAID.replace('Committee', 'Committtee')}`);
  });

  test('of two places with the very words the one that has all that stood on one side is not passed over', () => {
    const rows = [
      'On 13 May the plant delivered 4 tractors to Orsha.',
      'On 5 May the plant delivered 2 tractors to Pinsk.',
      'On 7 May the plant delivered 6 tractors to Lida.',
      'No delivery was made.',
    ];
    const before = rows.join('\n');
    const after = [...rows].reverse().join('\n');
    const start = before.indexOf('May the plant delivered 6');
    const anchored = resolve(after, describe(before, start, start + 3));
    if ('start' in anchored) expect(anchored.start).toBe(after.indexOf('May the plant delivered 6'));
    else expect(anchored.state).toBe('ambiguous');
  });

  test('the very words without what stood before them may be a copy of what was edited and still has it', () => {
    const original =
      'Spare parts remain the weak point. A grader that stands for weeks costs the town more than its repair.';
    const edited = original.replace('that stands', 'which waits');
    const before = `The price is 4% below the price of last year.\n${original}\nThe programme of lifts continues.`;
    const after = `The price is 4% below the price of last year.\n${edited}\nLifts\n${original}\nThe programme of lifts continues.`;
    const anchored = resolve(after, at(before, original));
    expect(anchored).toMatchObject({
      state: 'ambiguous',
      candidates: [{ start: after.indexOf(edited) }, { start: after.indexOf(original) }],
    });
  });

  test('a short word is no part of a longer one', () => {
    const before = 'Die Einfuhren blieben größtenteils unverändert der über. Neues gibt es nicht.';
    const after = 'Die Einfuhren blieben größtenteils unveräNdert über. Neues gibt es nicht.';
    expect(found(before, after.toLowerCase(), 'der')).not.toContain('der');
  });

  test('the first words of a text are found after a slip', () => {
    const before = 'Goods and what became of them in the year: exports rose, and imports fell.';
    expect(found(before, before.replace('Goods', 'Gooods'), 'Goods')).toBe('changed: Gooods');
    expect(found(before, before.replace('fell.', 'feill.'), 'fell.')).toBe('changed: feill.');
  });
});

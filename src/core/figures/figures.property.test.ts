import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFigures } from './check';
import { timesTen } from './decimal';
import { readFigures } from './read';
import { figureSource } from './source';
import { inSentence, printedDate, printedQuantity } from './test-printed-figures';

const RUNS = 2000;
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void, runs = RUNS): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: runs });

const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '21',
          '%',
          ' ',
          '\n',
          '1,500',
          '.',
          ',',
          '-',
          '–',
          'млн',
          'тыс.',
          'per cent',
          'January',
          'мая',
          '2025',
        ],
        ...[
          'года',
          '$',
          'Br',
          '№',
          'two',
          'двадцать',
          'one',
          '/',
          ':',
          '+',
          '−',
          '👍🏽',
          'e\u0301',
          '½',
          'to',
          'до',
          'с',
        ],
        ...[
          'between',
          'and',
          '1990s',
          '80-летие',
          'https://x.y/1',
          '000',
          "'",
          '0',
          'doubled',
          '\u00a0',
          '(',
          'fell',
        ],
      ),
      printedQuantity.map(({ printed }) => printed),
      printedDate.map(({ printed }) => printed),
    ),
    { maxLength: 30 },
  )
  .map((list) => list.join(''));

const ONES =
  ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '  twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number below a thousand million in English words. */
function spelled(number: number, withAnd: boolean): string {
  for (const [value, word] of [
    [1_000_000, 'million'],
    [1000, 'thousand'],
    [100, 'hundred'],
  ] as const) {
    if (number < value) continue;
    const rest = number % value;
    const and = withAnd && rest < 100 ? ' and ' : ' ';
    return `${spelled(Math.floor(number / value), withAnd)} ${word}${rest === 0 ? '' : and + spelled(rest, withAnd)}`;
  }
  if (number < 20) return ONES[number] ?? '';
  return (TENS[Math.floor(number / 10)] ?? '') + (number % 10 === 0 ? '' : `-${ONES[number % 10]}`);
}

describe('reading', () => {
  test('a quantity in any form is read back as its value, its unit and its place', () => {
    check(fc.tuple(printedQuantity, fc.boolean()), ([{ printed, amount, unit, script }, last]) => {
      const text = inSentence(printed, script, last);
      const [figure, ...more] = readFigures(text);
      expect(more).toEqual([]);
      expect(figure?.value).toEqual({ kind: 'quantity', unit, amount, to: null });
      const start = text.indexOf(printed);
      // A counted thing is not part of the figure; the full stop of a short form that ends the sentence is the sentence's.
      const whole = last ? printed.replace(/\.$/, '') : printed;
      expect(figure?.start).toBe(start);
      if (unit !== 'count') expect(figure?.end).toBe(start + whole.length);
    });
  });

  test('any whole number that is spelled out is read back, and as one figure', () => {
    check(fc.tuple(fc.integer({ min: 2, max: 999_999_999 }), fc.boolean()), ([number, withAnd]) => {
      const [figure, ...more] = readFigures(`They say ${spelled(number, withAnd)} elk came.`);
      expect(more).toEqual([]);
      expect(figure?.value).toMatchObject({ unit: 'count', amount: String(number) });
    });
  });

  test('a date in any form is read back', () => {
    check(printedDate, ({ printed, date }) => {
      for (const [script, last] of [
        ['latin', false],
        ['cyrillic', false],
        ['latin', true],
      ] as const) {
        const text = inSentence(printed, script, last);
        const [figure, ...more] = readFigures(text);
        expect(more).toEqual([]);
        expect(figure?.value).toEqual({ kind: 'date', from: date, to: null });
        expect(figure?.written).toBe(printed);
      }
    });
  });

  test('a range is one figure with both its ends', () => {
    const range = fc.record({
      low: fc.integer({ min: 1, max: 400 }),
      more: fc.integer({ min: 1, max: 400 }),
      dash: fc.constantFrom('-', '–', ' – ', ' to '),
      unit: fc.constantFrom(['%', 'percent'], [' tonnes', 'tonne'], [' million roubles', 'rouble']),
    });
    check(range, ({ low, more, dash, unit: [unit, name] }) => {
      const [figure, ...others] = readFigures(`They say ${low}${dash}${low + more}${unit} here.`);
      expect(others).toEqual([]);
      const power = unit?.includes('million') ? 6 : 0;
      expect(figure?.value).toEqual({
        kind: 'quantity',
        unit: name,
        amount: timesTen(String(low), power),
        to: timesTen(String(low + more), power),
      });
    });
  });

  test('of any text figures stand in order, apart from each other, as they are written', () => {
    check(fc.oneof(pieces, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
      let last = 0;
      for (const { start, end, written } of readFigures(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(written).toBe(text.slice(start, end));
        expect(written).not.toContain('\n');
        last = end;
      }
    });
  });

  test('a text read line by line has the same figures', () => {
    check(pieces, (text) => {
      let offset = 0;
      const byLine = text.split('\n').flatMap((line) => {
        const figures = readFigures(line).map(({ start, end, ...rest }) => ({
          ...rest,
          start: start + offset,
          end: end + offset,
        }));
        offset += line.length + 1;
        return figures;
      });
      expect(byLine).toEqual(readFigures(text));
    });
  });
});

describe('comparing', () => {
  const texts = fc.array(printedQuantity, { minLength: 1, maxLength: 12 });

  test('a figure that was copied is found, wherever it stands', () => {
    check(fc.tuple(texts, fc.nat()), ([figures, choice]) => {
      const lines = figures.map(({ printed, script }) => inSentence(printed, script));
      const chosen = figures[choice % figures.length];
      if (!chosen) return;
      const source = figureSource(lines.join('\n'), 'en');
      const line = choice % lines.length;
      const start = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0);
      for (const passage of [null, { start, end: start + (lines[line]?.length ?? 0) }]) {
        const checks = checkFigures(source, inSentence(chosen.printed, chosen.script), passage);
        expect(checks.map(({ state }) => state)).toEqual(['found']);
      }
    });
  });

  test('what is found has the value and the unit of a figure of the text', () => {
    check(fc.tuple(texts, printedQuantity), ([figures, written]) => {
      const source = figureSource(
        figures.map(({ printed, script }) => inSentence(printed, script)).join('\n'),
        'en',
      );
      const stands = figures.some(({ amount, unit }) => amount === written.amount && unit === written.unit);
      for (const passage of [null, { start: 0, end: 20 }]) {
        const [check] = checkFigures(source, inSentence(written.printed, written.script), passage);
        if (!stands) expect(check?.state).not.toBe('found');
        if (check?.state === 'found') {
          expect(check.there.value).toMatchObject({ amount: written.amount, unit: written.unit });
        }
      }
    });
  });

  test('a figure with one digit changed is never found', () => {
    const changed = fc.tuple(printedQuantity, fc.nat(), fc.integer({ min: 1, max: 9 }));
    check(changed, ([{ printed, script }, place, by]) => {
      const places = [...printed.matchAll(/\d/g)].map(({ index }) => index);
      const at = places[place % Math.max(1, places.length)];
      if (at === undefined) return;
      const other = `${printed.slice(0, at)}${(Number(printed[at]) + by) % 10}${printed.slice(at + 1)}`;
      const source = figureSource(inSentence(printed, script), 'en');
      for (const check of checkFigures(source, inSentence(other, script), {
        start: 0,
        end: source.text.length,
      })) {
        expect(check.state).not.toBe('found');
      }
    });
  });

  test('a date is found as it is written anywhere, and another day is not', () => {
    check(fc.tuple(printedDate, printedDate), ([one, other]) => {
      const source = figureSource(inSentence(one.printed, 'latin'), 'en');
      const [copied] = checkFigures(source, one.printed, null);
      expect(copied?.state).toBe('found');
      const [compared] = checkFigures(source, inSentence(other.printed, 'cyrillic'), null);
      const parts = ['year', 'month', 'day'] as const;
      const agrees = parts.every((part) => other.date[part] === null || other.date[part] === one.date[part]);
      expect(compared?.state === 'found').toBe(agrees);
    });
  });
});

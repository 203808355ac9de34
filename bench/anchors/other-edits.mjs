import { linesOf } from './edits.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./story.mjs').Story} Story */
/** @typedef {{start: number, end: number}} Range */

/** @param {Random} random @param {number} least @param {number} most */
export const between = (random, least, most) => least + random.below(most - least + 1);

/** Words, or single signs where words are not parted. @param {string} text */
export const wordsOf = (text) =>
  [
    ...text.matchAll(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}%\u00ad])+/gu,
    ),
  ].map((match) => ({ start: match.index, end: match.index + match[0].length }));

/** @param {string} text */
export const sentencesOf = (text) =>
  linesOf(text).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S.*?(?:[.!?…](?=\s)|。|$)/gu)]
      .filter((match) => match[0].length > 3)
      .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length })),
  );

/** @typedef {(story: Story, random: Random, fresh: () => string) => Range} Edit */

/** @param {Story} story @param {Range} range */
const cutLine = (story, { start, end }) => {
  const isLast = end >= story.units.length;
  return story.cut(isLast && start > 0 ? start - 1 : start, isLast ? end : end + 1);
};

/** @type {Record<string, Edit>} */
export const OTHER_EDITS = {
  'words here and there': (story, random, fresh) => {
    let range = { start: 0, end: 0 };
    for (let nth = between(random, 2, 5); nth > 0; nth -= 1) {
      range = random.pick(wordsOf(story.text));
      const words = fresh().split(' ');
      const way = random.below(3);
      if (way !== 0) story.cut(range.start, range.end);
      if (way !== 1) story.insert(range.start, way === 0 ? `${words[0]} ` : (words[0] ?? 'x'));
    }
    return range;
  },
  'one term everywhere': (story, random, fresh) => {
    const range = random.pick(wordsOf(story.text));
    const term = story.text.slice(range.start, range.end);
    const other = fresh().split(' ')[0] ?? 'x';
    for (const each of wordsOf(story.text).reverse())
      if (story.text.slice(each.start, each.end) === term) story.replace(each.start, each.end, other);
    return range;
  },
  'every number': (story, random) => {
    const numbers = [...story.text.matchAll(/\d+/g)].reverse();
    for (const match of numbers)
      story.replace(match.index, match.index + match[0].length, String(random.below(90) + 10));
    return random.pick(wordsOf(story.text));
  },
  'numbers before lines': (story, random) => {
    const lines = linesOf(story.text);
    lines.reverse().forEach(({ start }, nth) => {
      story.insert(start, `${lines.length - nth}) `);
    });
    return random.pick(linesOf(story.text));
  },
  'paragraphs turned round': (story, random) => {
    const lines = linesOf(story.text);
    const pieces = lines.map(({ start, end }) => ({
      units: story.units.slice(start, end),
      origin: story.origin.slice(start, end),
    }));
    story.cut(0, story.units.length);
    for (const [nth, piece] of pieces.entries()) {
      if (nth > 0) story.insert(0, '\n');
      story.paste(0, piece);
    }
    return random.pick(lines);
  },
  'a line cut and pasted': (story, random) => {
    const lines = linesOf(story.text);
    if (lines.length < 3) return lines[0];
    const range = random.pick(lines);
    const piece = cutLine(story, range);
    if (piece.units[0] === '\n') {
      piece.units.push(piece.units.shift());
      piece.origin.push(piece.origin.shift());
    }
    const places = linesOf(story.text).filter(({ start }) => Math.abs(start - range.start) > 2);
    story.paste(random.pick(places.length > 0 ? places : linesOf(story.text)).start, piece);
    return range;
  },
  'a sentence to another paragraph': (story, random) => {
    const range = random.pick(sentencesOf(story.text));
    const spaced = /\s/.test(story.units[range.end] ?? '');
    const piece = story.cut(range.start, spaced ? range.end + 1 : range.end);
    if (piece.units.at(-1) === '\n') {
      story.insert(range.start, '\n');
      piece.units.pop();
      piece.origin.pop();
    }
    const places = sentencesOf(story.text).filter(({ start }) => Math.abs(start - range.start) > 2);
    const to = places.length > 0 ? random.pick(places).start : 0;
    story.insert(to, ' ');
    story.paste(to, piece);
    return range;
  },
  'several lines deleted': (story, random) => {
    let range = { start: 0, end: 0 };
    for (let nth = between(random, 1, 3); nth > 0; nth -= 1) {
      const lines = linesOf(story.text);
      if (lines.length < 2) break;
      range = random.pick(lines);
      cutLine(story, range);
    }
    return range;
  },
  'copied, both edited': (story, random, fresh) => {
    const range = random.pick(linesOf(story.text));
    const words = story.text.slice(range.start, range.end);
    const word = random.pick(wordsOf(words)) ?? { start: 0, end: 1 };
    story.replace(range.start + word.start, range.start + word.end, fresh().split(' ')[0] ?? 'x');
    const copy = random.pick(wordsOf(words)) ?? { start: 0, end: 1 };
    const copied = `${words.slice(0, copy.start)}${fresh().split(' ')[1] ?? 'y'}${words.slice(copy.end)}`;
    const places = linesOf(story.text).filter(({ start }) => start !== range.start);
    story.insert(places.length > 0 ? random.pick(places).start : 0, `${copied}\n`);
    return range;
  },
  'another normalisation': (story, random) => {
    const nfd = random.next() < 0.5;
    const quotes = random.pick(['“”', '«»', '""', '„“']);
    let open = true;
    story.respell((unit) => {
      if (/["“”«»„]/.test(unit)) {
        open = !open;
        return open ? quotes[1] : quotes[0];
      }
      if (unit === '—') return '–';
      if (unit === '\u00a0') return ' ';
      if (unit === ' ' && random.next() < 0.1) return random.pick(['\u00a0', '  ', '\n', '\u202f']);
      if (unit === '\u00ad') return '';
      if (unit === '…') return '...';
      if (unit === '%') return random.next() < 0.5 ? '\u00a0%' : '%';
      return nfd ? unit.normalize('NFD') : unit;
    });
    return random.pick(linesOf(story.text));
  },
  'lines joined': (story, random) => {
    const lines = linesOf(story.text);
    if (lines.length < 2) return lines[0];
    for (const { end } of lines.slice(0, -1).reverse())
      if (random.next() < 0.5) story.replace(end, end + 1, ' ');
    return random.pick(lines);
  },
  'lines broken anew': (story, random) => {
    const spaces = [...story.text.matchAll(/ /g)].reverse();
    for (const { index } of spaces) if (random.next() < 0.15) story.replace(index, index + 1, '\n');
    return random.pick(linesOf(story.text));
  },
  'in capitals': (story, random) => {
    const range = random.pick(linesOf(story.text));
    story.insert(range.start, `${story.text.slice(range.start, range.end).toUpperCase()}\n`);
    return range;
  },
  'another text around it': (story, random, fresh) => {
    const range = random.pick(linesOf(story.text));
    story.cut(range.end, story.units.length);
    story.cut(0, range.start);
    story.insert(0, `${fresh()} ${fresh()}\n${fresh()}\n`);
    story.insert(story.units.length, `\n${fresh()} ${fresh()}`);
    return range;
  },
  'another text instead': (story, random, fresh) => {
    const range = random.pick(linesOf(story.text));
    story.replace(0, story.units.length, Array.from({ length: 4 }, fresh).join('\n'));
    return range;
  },
  'one letter': (story, random) => {
    const range = random.pick(wordsOf(story.text));
    const at = between(random, range.start, range.end);
    if (random.next() < 0.5 && at < range.end) story.cut(at, at + 1);
    else story.insert(at, random.pick([...'aeiоуы5']));
    return range;
  },
};

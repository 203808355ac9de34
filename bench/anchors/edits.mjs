/** @typedef {import('./story.mjs').Story} Story */
/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{start: number, end: number}} Range */
/** What an edit may draw from. @typedef {{sentences: readonly string[], words: readonly string[]}} Stock */

/** @param {string} text @returns {Range[]} */
export function linesOf(text) {
  const found = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') found.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return found;
}

/** @param {string} text @returns {Range[]} */
export function sentencesOf(text) {
  return linesOf(text).flatMap(({ start, end }) => {
    const found = [];
    for (const match of text.slice(start, end).matchAll(/\S.*?(?:[.!?…]["'”»)]*(?=\s)|$)/g))
      found.push({ start: start + match.index, end: start + match.index + match[0].length });
    return found;
  });
}

/** @param {string} text @returns {Range[]} */
export function wordsOf(text) {
  return [...text.matchAll(/[\p{L}\p{N}%]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** @param {string} text @param {Range} range */
const within = (text, range) =>
  wordsOf(text.slice(range.start, range.end)).map(({ start, end }) => ({
    start: start + range.start,
    end: end + range.start,
  }));

/** A sentence with the space that follows it. @param {string} text @param {Range} range @returns {Range} */
const spaced = (text, { start, end }) => ({ start, end: text[end] === ' ' ? end + 1 : end });

/** A line with its end. @param {string} text @param {Range} range @returns {Range} */
const ended = (text, { start, end }) => ({ start, end: text[end] === '\n' ? end + 1 : end });

/** @param {Story} story @param {Random} random @param {Range} range @param {number} share */
function slip(story, random, range, share) {
  const count = Math.max(1, Math.floor((range.end - range.start) * share * random.next()));
  let length = range.end - range.start;
  for (let nth = 0; nth < count; nth += 1) {
    const at = range.start + random.below(Math.max(1, length));
    const letter = random.pick([...'aeotnrsаеонтрсі']);
    const way = random.below(3);
    if (way !== 0) story.cut(at, at + 1);
    if (way !== 1) story.insert(at, letter);
    length += way === 0 ? 1 : way === 1 ? -1 : 0;
  }
}

/** @param {Story} story @param {Random} random @param {Range} range @param {Stock} stock */
function changeWord(story, random, range, stock) {
  const word = random.pick(within(story.text, range));
  if (word) story.replace(word.start, word.end, random.pick(stock.words));
}

/** @param {Story} story @param {Random} random @param {number} from */
function elsewhere(story, random, from) {
  const starts = linesOf(story.text).map(({ start }) => start);
  const others = starts.filter((start) => start !== from);
  return random.pick(others.length > 0 ? others : starts);
}

/** @param {Story} story @param {Random} random @param {Range} range */
function moveSentence(story, random, range) {
  const cut = spaced(story.text, range);
  const piece = story.cut(cut.start, cut.end);
  if (!/\s/.test(piece.units.at(-1) ?? '')) {
    piece.units.push(' ');
    piece.origin.push(-1);
  }
  const places = sentencesOf(story.text).filter(({ start }) => Math.abs(start - cut.start) > 2);
  const to = random.pick(places).start;
  story.paste(to, piece);
  return { start: to, end: to + piece.units.length };
}

/** @param {Story} story @param {Random} random @param {Range} range */
function moveLine(story, random, range) {
  const cut = ended(story.text, range);
  const piece = story.cut(cut.start, cut.end);
  if (piece.units.at(-1) !== '\n') {
    piece.units.push('\n');
    piece.origin.push(-1);
  }
  const to = elsewhere(story, random, cut.start);
  story.paste(to, piece);
  return { start: to, end: to + piece.units.length - 1 };
}

/** @param {Story} story @param {Random} random @param {Range} range */
function copyLine(story, random, range) {
  const words = story.text.slice(range.start, range.end);
  story.insert(elsewhere(story, random, range.start), `${words}\n`);
}

/** The list of short lines in the text, or a run of its lines. @param {string} text @param {Random} random */
function someList(text, random) {
  const lines = linesOf(text);
  const count = Math.min(lines.length, 4 + random.below(4));
  const first = random.below(lines.length - count + 1);
  return lines.slice(first, first + count);
}

const RESPELLINGS = [
  /** @param {string} unit */
  (unit) => ({ '“': '«', '”': '»', '«': '“', '»': '”', '’': "'" })[unit] ?? unit,
  /** @param {string} unit */
  (unit) => ({ '“': '"', '”': '"', '«': '"', '»': '"', '’': "'", '–': '-', '—': '-' })[unit] ?? unit,
  /** @param {string} unit */
  (unit) => ({ '–': '—', '—': '–', '-': '\u2011', '\n': '\n\n' })[unit] ?? unit,
];

/**
 * Edits by name. Each changes the story somewhere and tells where in the text before it; a passage there is in danger.
 * @type {Record<string, (story: Story, random: Random, stock: Stock) => Range>}
 */
export const EDITS = {
  'insert words': (story, random, stock) => {
    const { start } = random.pick(wordsOf(story.text));
    const words = Array.from({ length: 1 + random.below(4) }, () => random.pick(stock.words));
    story.insert(start, `${words.join(' ')} `);
    return { start, end: start + 40 };
  },
  'insert sentence': (story, random, stock) => {
    const { start } = random.pick(sentencesOf(story.text));
    story.insert(start, `${random.pick(stock.sentences)} `);
    return { start, end: start + 80 };
  },
  'insert paragraph': (story, random, stock) => {
    const { start } = random.pick(linesOf(story.text));
    story.insert(start, `${random.pick(stock.sentences)} ${random.pick(stock.sentences)}\n`);
    return { start, end: start + 80 };
  },
  slips: (story, random) => {
    const range = random.pick(sentencesOf(story.text));
    slip(story, random, range, 0.15);
    return range;
  },
  'change words': (story, random, stock) => {
    const range = random.pick(sentencesOf(story.text));
    changeWord(story, random, range, stock);
    if (range.end - range.start > 90) changeWord(story, random, range, stock);
    return range;
  },
  'delete words': (story, random) => {
    const words = wordsOf(story.text);
    const first = random.below(words.length - 4);
    const range = { start: words[first].start, end: words[first + 1 + random.below(3)].start };
    story.cut(range.start, range.end);
    return range;
  },
  'delete sentence': (story, random) => {
    const range = spaced(story.text, random.pick(sentencesOf(story.text)));
    story.cut(range.start, range.end);
    return range;
  },
  'delete paragraph': (story, random) => {
    const range = ended(story.text, random.pick(linesOf(story.text)));
    story.cut(range.start, range.end);
    return range;
  },
  'delete anything': (story, random) => {
    const start = random.below(story.units.length - 1);
    const range = { start, end: Math.min(story.units.length, start + 1 + random.below(160)) };
    story.cut(range.start, range.end);
    return range;
  },
  'move sentence': (story, random) => {
    const range = random.pick(sentencesOf(story.text).filter(({ start, end }) => end - start > 12));
    moveSentence(story, random, range);
    return range;
  },
  'move paragraph': (story, random) => {
    const range = random.pick(linesOf(story.text));
    moveLine(story, random, range);
    return range;
  },
  'move and edit': (story, random, stock) => {
    const range = random.pick(linesOf(story.text).filter(({ start, end }) => end - start > 60));
    const there = moveLine(story, random, range);
    changeWord(story, random, there, stock);
    return range;
  },
  'copy paragraph': (story, random) => {
    const range = random.pick(linesOf(story.text));
    copyLine(story, random, range);
    return range;
  },
  'copy, then edit the original': (story, random, stock) => {
    const range = random.pick(linesOf(story.text).filter(({ start, end }) => end - start > 60));
    changeWord(story, random, range, stock);
    const words = story.text.slice(range.start, range.end);
    copyLine(story, random, { start: range.start, end: range.start + words.length });
    return range;
  },
  'rewrite sentence': (story, random, stock) => {
    const range = random.pick(sentencesOf(story.text));
    story.replace(range.start, range.end, random.pick(stock.sentences));
    return range;
  },
  'rewrite paragraph': (story, random, stock) => {
    const range = random.pick(linesOf(story.text));
    story.replace(range.start, range.end, `${random.pick(stock.sentences)} ${random.pick(stock.sentences)}`);
    return range;
  },
  'reorder lines': (story, random) => {
    const list = someList(story.text, random);
    const range = { start: list[0].start, end: list[list.length - 1].end };
    const end = { units: ['\n'], origin: [-1] };
    const pieces = list.map(({ start, end: to }) => ({
      units: story.units.slice(start, to),
      origin: story.origin.slice(start, to),
    }));
    story.cut(range.start, range.end);
    const shuffled = random.shuffled(pieces).flatMap((piece, nth) => (nth > 0 ? [end, piece] : [piece]));
    for (const piece of shuffled.reverse()) story.paste(range.start, piece);
    return range;
  },
  'import again': (story, random) => {
    const spaces = random.next() * 0.2;
    story.respell(random.pick(RESPELLINGS));
    story.respell((unit) => (unit === ' ' && random.next() < spaces ? '\u00a0' : unit));
    if (random.next() < 0.3)
      story.respell((unit) => (/\p{L}/u.test(unit) && random.next() < 0.03 ? `${unit}\u00ad` : unit));
    const start = random.below(story.units.length);
    return { start, end: start + 100 };
  },
  'merge paragraphs': (story, random) => {
    const { end } = random.pick(linesOf(story.text).slice(0, -1));
    story.replace(end, end + 1, ' ');
    return { start: Math.max(0, end - 60), end: end + 60 };
  },
  'split paragraph': (story, random) => {
    const at = random.pick([...story.text.matchAll(/ /g)]).index;
    story.replace(at, at + 1, '\n');
    return { start: Math.max(0, at - 60), end: at + 60 };
  },
};

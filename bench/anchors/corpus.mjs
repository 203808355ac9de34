import { readFileSync } from 'node:fs';
import { EDITS, linesOf, sentencesOf, wordsOf } from './edits.mjs';
import { Random } from './random.mjs';
import { Story } from './story.mjs';

/** @typedef {{start: number, end: number}} Range */
/** @typedef {Range & {truth: ReturnType<Story['fate']>, decidable: boolean}} Case */

const folder = new URL('../../fixtures/anchors/', import.meta.url);
/** @param {string} name */
const read = (name) => readFileSync(new URL(name, folder), 'utf8').trim();
const TEXTS = ['article.txt', 'report-en.txt', 'report-ru.txt', 'report-be.txt'];
const PASSAGES = 6;

/**
 * Edits with the passages they endanger and the truth about each.
 * @param {number} seed
 * @param {number} count how many edits
 */
export function* corpus(seed, count) {
  const random = new Random(seed);
  const texts = TEXTS.map(read);
  const sentences = read('other-sentences.txt').split('\n');
  const stock = {
    sentences,
    words: sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}]+/gu) ?? []),
  };
  const names = Object.keys(EDITS);
  for (let nth = 0; nth < count; nth += 1) {
    const kind = nth % (names.length + 2);
    const before = prepared(random, texts[nth % texts.length], kind);
    const story = new Story(before);
    const name = names[kind] ?? (kind === names.length ? 'several edits' : 'twin sentences');
    const danger = [];
    if (kind < names.length) danger.push(EDITS[name](story, random, stock));
    else if (kind === names.length)
      for (let edit = 0; edit < 3 + random.below(4); edit += 1)
        EDITS[random.pick(names)](story, random, stock);
    else danger.push(editTwin(story, random, stock));
    const after = story.text;
    const cases = passages(random, before, danger[0]).map((passage) => {
      const fate = story.fate(passage.start, passage.end);
      const truth = sharesLine(name, before, after, passage, fate)
        ? /** @type {const} */ ({ fate: 'unclear' })
        : fate;
      return { ...passage, truth, decidable: decidable(before, after, passage, truth) };
    });
    yield { name, before, after, cases };
  }
}

/** A text in which one sentence stands twice, when twins are to be edited. @param {Random} random @param {string} text @param {number} kind */
function prepared(random, text, kind) {
  if (kind <= Object.keys(EDITS).length) return text;
  const list = sentencesOf(text).filter(({ start, end }) => end - start > 20);
  const twin = random.pick(list);
  const to = random.pick(list.filter(({ start }) => Math.abs(start - twin.start) > 200)).start;
  return `${text.slice(0, to)}${text.slice(twin.start, twin.end)} ${text.slice(to)}`;
}

/** @param {Story} story @param {Random} random @param {import('./edits.mjs').Stock} stock @returns {Range} */
function editTwin(story, random, stock) {
  const all = sentencesOf(story.text);
  const words = all.map(({ start, end }) => story.text.slice(start, end));
  const twins = all.filter((_, at) => words.indexOf(words[at]) !== words.lastIndexOf(words[at]));
  const range = random.pick(twins.length > 0 ? twins : all);
  if (random.next() < 0.5) story.cut(range.start, range.end + 1);
  else {
    const word = random.pick(wordsOf(story.text.slice(range.start, range.end)));
    story.replace(range.start + word.start, range.start + word.end, random.pick(stock.words));
  }
  return range;
}

/** Words, phrases, sentences, lines and passages across lines, half of them where the edit was. @param {Random} random @param {string} text @param {Range | undefined} danger @returns {Range[]} */
function passages(random, text, danger) {
  const all = { words: wordsOf(text), sentences: sentencesOf(text), lines: linesOf(text) };
  return Array.from({ length: PASSAGES }, (_, nth) => {
    const near = danger && nth % 2 === 0;
    /** @param {readonly Range[]} list */
    const from = (list) => {
      const touching = near ? list.filter(({ start, end }) => start < danger.end && end > danger.start) : [];
      const chosen = touching.length > 0 ? touching : list;
      return list.indexOf(random.pick(chosen));
    };
    const way = random.below(5);
    if (way === 0) return all.words[from(all.words)];
    if (way === 1) {
      const first = from(all.words);
      const last = Math.min(all.words.length - 1, first + 1 + random.below(7));
      return { start: all.words[first].start, end: all.words[last].end };
    }
    if (way === 2) return all.sentences[from(all.sentences)];
    if (way === 3) return all.lines[from(all.lines)];
    const first = from(all.sentences);
    const last = Math.min(all.sentences.length - 1, first + 1);
    return { start: all.sentences[first].start, end: all.sentences[last].end };
  });
}

/**
 * Whether the passage's lines have twins, so that not even both texts tell which of them moved where.
 * @param {string} name @param {string} before @param {string} after @param {Range} passage @param {ReturnType<Story['fate']>} truth
 */
function sharesLine(name, before, after, passage, truth) {
  if (!('start' in truth)) return false;
  /** @param {string} text @param {Range} range */
  const own = (text, range) =>
    linesOf(text)
      .filter(({ start, end }) => start < range.end && end > range.start)
      .map(({ start, end }) => text.slice(start, end));
  const all = linesOf(before).map(({ start, end }) => before.slice(start, end));
  if (linesOf(before).length < 2) return false;
  const was = own(before, passage);
  const is = own(after, truth);
  const neighbours = linesOf(after).map(({ start, end }) => after.slice(start, end));
  const adjacent = is.some((line) =>
    neighbours.some((other, at) => other === line && neighbours[at + 1] === line),
  );
  return (
    adjacent ||
    was.some((line) => all.indexOf(line) !== all.lastIndexOf(line) && /move|reorder|several|copy/.test(name))
  );
}

const CONTEXT = 32;

/**
 * Whether the selectors can tell: a passage that is there has no rival with its words and a context as good; of one that is
 * gone no copy is left whose context could be its own.
 * @param {string} before @param {string} after @param {Range} passage @param {ReturnType<Story['fate']>} truth
 */
export function decidable(before, after, passage, truth) {
  if (truth.fate === 'unclear') return false;
  if (truth.fate === 'altered' && truth.inserted > 0.25 * (passage.end - passage.start)) return false;
  const plain = folded(before);
  const start = folded(before.slice(0, passage.start)).length;
  const quote = folded(before.slice(passage.start, passage.end));
  const prefix = plain.slice(Math.max(0, start - CONTEXT), start);
  const suffix = plain.slice(start + quote.length, start + quote.length + CONTEXT);
  const text = folded(after);
  /** @param {number} from @param {number} to */
  const context = (from, to) => {
    let score = 0;
    while (score < prefix.length && prefix.at(-1 - score) === text[from - 1 - score]) score += 1;
    let behind = 0;
    while (behind < suffix.length && suffix[behind] === text[to + behind]) behind += 1;
    return score + behind;
  };
  // A twin that was edited while the passage was deleted looks like the edited passage.
  if (truth.fate === 'gone' && plain.indexOf(quote) !== plain.lastIndexOf(quote) && quote.length > 12)
    return false;
  const own = truth.fate === 'gone' ? undefined : folded(after.slice(0, truth.start)).length;
  const ownContext =
    own === undefined ? 8 : context(own, own + folded(after.slice(truth.start, truth.end)).length);
  const now = own === undefined ? quote : folded(after.slice(truth.start, truth.end));
  for (const words of new Set([quote, now]))
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      if (at === own) continue;
      if (context(at, at + words.length) + 8 > ownContext) return false;
    }
  if (own === undefined || ownContext >= 8) return true;
  // Without its neighbours a short quote could be anybody's; a long one too, if they close the gap that it left: it moved,
  // or it was deleted and this is another with the same words.
  return (
    quote.length >= 24 &&
    !text.includes(prefix.slice(-16).trimEnd() + suffix.slice(0, 16)) &&
    !text.includes(prefix.slice(-16) + suffix.slice(0, 16).trimStart())
  );
}

/** @param {string} text */
const folded = (text) =>
  text
    .replace(/[“”«»’"]/g, "'")
    .replace(/[–—\u2011]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/\s+/g, ' ');

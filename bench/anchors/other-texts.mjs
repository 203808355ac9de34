import { linesOf } from './edits.mjs';
import { between, OTHER_EDITS, sentencesOf, wordsOf } from './other-edits.mjs';
import { Random } from './random.mjs';
import { Story } from './story.mjs';

/** @typedef {{start: number, end: number}} Range */

/**
 * Texts of another sort than those of `corpus.mjs`: made, not written; short, in other scripts, and full of lines that are nearly
 * or quite the same.
 */

const WORDS = {
  fr: 'les exportations vers la région ont augmenté selon le ministère du commerce extérieur et près de trente entreprises françaises y ont livré des machines où l’été été été'.split(
    ' ',
  ),
  de: 'die Ausfuhren der Maschinenbauunternehmen stiegen im vergangenen Jahr während die Einfuhren größtenteils unverändert blieben über Wirtschaftsministerium'.split(
    ' ',
  ),
  pl: 'eksport wyrobów przemysłowych wzrósł w ubiegłym roku o jedną piątą natomiast import pozostał bez zmian podało ministerstwo gospodarki łódź źródło'.split(
    ' ',
  ),
  he: 'היצוא לאזור עלה בשנה שעברה בעשרים ואחד אחוזים אמר השר לכתבים בעיר הבירה והיבוא ירד מעט'.split(' '),
  ar: 'ارتفعت الصادرات إلى المنطقة في العام الماضي بنسبة واحد وعشرين في المئة وقال الوزير للصحفيين إن الواردات انخفضت'.split(
    ' ',
  ),
  kk: 'былтыр өңірге экспорт жиырма бір пайызға өсті деді министр қаланың журналистеріне ал импорт аздап төмендеді'.split(
    ' ',
  ),
  el: 'οι εξαγωγές προς την περιοχή αυξήθηκαν πέρυσι κατά είκοσι ένα τοις εκατό δήλωσε ο υπουργός στους δημοσιογράφους'.split(
    ' ',
  ),
  emoji:
    'да 👍🏽 ok 👨‍👩‍👧 see 🇧🇾 cafe\u0301 и\u0306од не\u00adпре\u00adрыв\u00adно 21\u00a0% ещё № 5 — «так» done'.split(
      ' ',
    ),
};
const HAN =
  '去年对该地区的出口增长了百分之二十一部长在首都告诉记者进口略有下降企业交付机器设备合作协议签署新的项目将于明年开始实施双方表示满意';
const KANA =
  '昨年の地域への輸出は二十一パーセント増加したと大臣が首都で記者に語った輸入はわずかに減少した企業は機械を納入した';

/** @param {Random} random @param {readonly string[]} words */
function sentenceOf(random, words) {
  const list = Array.from({ length: between(random, 4, 14) }, () => random.pick(words));
  if (random.next() < 0.3) list.splice(random.below(list.length), 0, `${random.below(100)}%`);
  const text = list.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random.pick(['.', '.', '.', '?', '!', '…'])}`;
}

/** @param {Random} random @param {string} signs */
function unspaced(random, signs) {
  const from = random.below(signs.length - 12);
  return `${signs.slice(from, from + between(random, 6, 12))}${signs.slice(random.below(20), 20 + random.below(20))}。`;
}

/** @type {Record<string, (random: Random) => string>} */
const TEXTS = {
  paragraphs: (random) => {
    const words = WORDS[random.pick(Object.keys(WORDS))];
    return Array.from({ length: between(random, 3, 7) }, () =>
      Array.from({ length: between(random, 1, 4) }, () => sentenceOf(random, words)).join(' '),
    ).join('\n');
  },
  'a short note': (random) =>
    Array.from({ length: between(random, 1, 3) }, () =>
      sentenceOf(random, WORDS[random.pick(Object.keys(WORDS))]),
    ).join(random.pick([' ', '\n'])),
  'without spaces': (random) => {
    const signs = random.pick([HAN, KANA]);
    return Array.from({ length: between(random, 3, 8) }, () =>
      Array.from({ length: between(random, 1, 3) }, () => unspaced(random, signs)).join(''),
    ).join('\n');
  },
  'a list of nearly the same': (random) => {
    const towns = ['Brest', 'Gomel', 'Grodno', 'Minsk', 'Mogilev', 'Vitebsk', 'Orsha', 'Pinsk', 'Lida'];
    const lines = Array.from({ length: between(random, 5, 14) }, () =>
      random.next() < 0.15
        ? 'No delivery was made.'
        : `On ${between(random, 1, 28)} May the plant delivered ${between(random, 2, 60)} tractors to ${random.pick(towns)}.`,
    );
    return `Deliveries of the plant\n${lines.join('\n')}\nAll deliveries were paid in full.`;
  },
  'a table': (random) => {
    const rows = Array.from(
      { length: between(random, 5, 14) },
      () =>
        `${random.pick(['Timber', 'Tractors', 'Milk', 'Elevators'])}\t${random.pick(['10', '12', '21', '—'])}\t${random.pick(['up', 'down', 'no change'])}`,
    );
    return `Goods and what became of them in the year\nGoods\tShare\tTrend\n${rows.join('\n')}\nSource: the customs committee.`;
  },
  minutes: (random) => {
    const open = ['The Committee noted that', 'The Committee agreed that', 'The Chair recalled that'];
    const said = [
      'the report would be discussed at the next meeting',
      'the figures of the second quarter were not final',
      'the delegation of Belarus had asked for more time',
      'the secretariat should circulate the draft',
      'no decision had been taken on the budget',
    ];
    return Array.from(
      { length: between(random, 4, 9) },
      (_, nth) => `${nth + 1}. ${random.pick(open)} ${random.pick(said)}, and ${random.pick(said)}.`,
    ).join('\n');
  },
  code: (random) =>
    Array.from({ length: between(random, 5, 12) }, () =>
      random.pick([
        'if (rate > limit) {',
        '  return null;',
        '}',
        `const rate = ${random.below(30)};`,
        `  total += rows[${random.below(9)}].amount;`,
        'for (const row of rows) {',
      ]),
    ).join('\n'),
};

/** Whether a line has a twin beside it: which of them was edited, or put in, nobody can tell. @param {string} text @param {Range} passage */
function besideTwin(text, passage) {
  const lines = text.split('\n');
  let start = 0;
  const own = [];
  lines.forEach((line, nth) => {
    if (start < passage.end && start + line.length + 1 > passage.start) own.push(nth);
    start += line.length + 1;
  });
  return own.some((nth) => lines[nth] === lines[nth + 1] || lines[nth] === lines[nth - 1]);
}

/** @param {string} text @param {string} words */
const count = (text, words) => text.split(words).length - 1;

/**
 * Edits with the passages they endanger and the truth about each.
 * @param {number} seed
 * @param {number} edits
 * @param {(before: string, after: string, passage: Range, truth: ReturnType<Story['fate']>) => boolean} decidable
 */
export function* otherTexts(seed, edits, decidable) {
  const random = new Random(seed);
  const texts = Object.keys(TEXTS);
  const names = Object.keys(OTHER_EDITS);
  for (let nth = 0; nth < edits; nth += 1) {
    const name = names[nth % names.length];
    const sort = random.pick(texts);
    const before = TEXTS[sort](random);
    const story = new Story(before);
    const other = WORDS[random.pick(Object.keys(WORDS))];
    const danger = OTHER_EDITS[name](story, random, () => sentenceOf(random, other));
    const after = story.text;
    const list = { words: wordsOf(before), sentences: sentencesOf(before), lines: linesOf(before) };
    const cases = Array.from({ length: 6 }, (_, which) => {
      const from = (ranges) => {
        const near = ranges.filter(({ start, end }) => start < danger.end && end > danger.start);
        const chosen = which % 2 === 0 && near.length > 0 ? near : ranges;
        return ranges.indexOf(random.pick(chosen));
      };
      const way = random.below(4);
      const all = way === 0 ? list.words : way === 1 ? list.sentences : way === 2 ? list.lines : list.words;
      const first = from(all);
      const last = way === 3 ? Math.min(all.length - 1, first + 1 + random.below(6)) : first;
      return { start: all[first].start, end: all[last].end };
    }).map((passage) => {
      const fate = story.fate(passage.start, passage.end);
      const moves = /turned|pasted|another paragraph|copied|capitals|several|instead|around/.test(name);
      const words = before.slice(passage.start, passage.end);
      const lineOf = before.slice(
        before.lastIndexOf('\n', passage.start - 1) + 1,
        (before.indexOf('\n', passage.end) + before.length + 1) % (before.length + 1) || before.length,
      );
      const unclear =
        besideTwin(before, passage) ||
        ('start' in fate && besideTwin(after, fate)) ||
        (moves && (count(before, lineOf) > 1 || count(after, lineOf) > 1));
      // A copy and its original of which either was edited: nobody can say which is which.
      const isCopied =
        name === 'copied, both edited' && passage.start < danger.end && passage.end > danger.start;
      const truth = unclear || isCopied ? { fate: 'unclear' } : fate;
      return { ...passage, words, truth, decidable: decidable(before, after, passage, truth) };
    });
    yield { name: `${name} (${sort})`, before, after, cases };
  }
}

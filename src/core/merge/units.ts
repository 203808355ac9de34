/** A piece of text that is kept, deleted or inserted as a whole, with the white space before it. */
export interface Unit {
  readonly gap: string;
  readonly content: string;
  /** Nothing but white space stands before it in its text. */
  readonly isFirst: boolean;
}

export interface Units {
  readonly units: readonly Unit[];
  /** White space behind the last one. */
  readonly tail: string;
}

/** How fine a text is cut. */
export interface Level {
  cut(text: string): Units;
  /** What parts two units that never stood beside each other. */
  between(before: string, after: string): string;
}

/** A line that is not blank; the blank lines before it are its gap. */
const LINE = /((?:[^\S\n]*\n)*)([^\n]*\S)/gy;

/** Characters of scripts that part no words: each is a word. */
const ALONE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const LETTER = `(?!${ALONE})[\\p{L}\\p{N}\\p{M}_]`;
/** A number is one word with its decimals: from two of them no third one is made. */
const WORD = new RegExp(
  `(\\s*)((?:${LETTER}|(?<=\\p{N})[.,:](?=\\p{N})|(?<=\\p{L})['’\\u00ad](?=\\p{L}))+|\\S(?:\\p{M}|\\u200d\\S)*)`,
  'gyu',
);
const ENDS_IN_WORD = new RegExp(`(?:${LETTER})$`, 'u');
const BEGINS_WITH_WORD = new RegExp(`^(?:${LETTER})`, 'u');

function cutBy(pattern: RegExp, text: string): Units {
  const units: Unit[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, gap = '', content = ''] = match;
    units.push({ gap, content, isFirst: units.length === 0 });
    end += whole.length;
  }
  return { units, tail: text.slice(end) };
}

export const lines: Level = {
  cut: (text) => cutBy(LINE, text),
  between: () => '\n\n',
};

export const words: Level = {
  cut: (text) => cutBy(WORD, text),
  between: (before, after) => (ENDS_IN_WORD.test(before) && BEGINS_WITH_WORD.test(after) ? ' ' : ''),
};

/** The text of units, without the white space before the first and behind the last. */
export function textOf(units: readonly Unit[], level: Level): string {
  let text = '';
  let before: Unit | undefined;
  for (const unit of units) {
    if (before) {
      const gap = unit.isFirst ? '' : unit.gap;
      text += gap === '' ? level.between(before.content, unit.content) : gap;
    }
    text += unit.content;
    before = unit;
  }
  return text;
}

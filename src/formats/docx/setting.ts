import {
  AlignmentType,
  type ILevelsOptions,
  type INumberingOptions,
  type IRunOptions,
  LevelFormat,
  type ParagraphChild,
} from 'docx';
import type { Briefing, Composed, SetInline } from '../../core/briefing';
import { INDENT } from './styles';

/** How passages of annotations are shown in a text. */
export interface PassageRuns {
  /** Behind the words of the annotation with this number, as RRGGBB; null: nothing. */
  tint(number: number): string | null;
  begin(number: number): readonly ParagraphChild[];
  end(number: number): readonly ParagraphChild[];
}

export const noPassages: PassageRuns = { tint: () => null, begin: () => [], end: () => [] };

/** The references to footnotes. */
export interface FootnoteRuns {
  refer(footnote: Extract<SetInline, { type: 'footnote' }>, setting: DocxSetting): ParagraphChild;
}

/** What all parts of one document share while it is made. */
export interface DocxSetting {
  readonly labels: Briefing['labels'];
  readonly images: Composed['images'];
  readonly language: string;
  /** Width of the text, in twentieths of a point. */
  readonly width: number;
  readonly lists: ListNumbering;
  readonly pictures: Pictures;
  readonly passages: PassageRuns;
  readonly footnotes: FootnoteRuns;
  /** How much deeper the note's headings stand than they say. */
  readonly headingOffset: number;
  /** Of the note in a pack, from 1; 0: it is alone. A pack's title is the heading above those of its notes. */
  readonly number: number;
  /** What the note's own words are marked with where they are in another language than the document. */
  readonly own: Pick<IRunOptions, 'language' | 'rightToLeft'>;
  /** How far in the first line of running text begins, which is justified then; 0: it is as it is set. */
  readonly firstLine: number;
}

/** The images of one document. */
export class Pictures {
  /** Names of those that Word cannot show. */
  readonly unreadable = new Set<string>();
  #shown = 0;

  /** A number that no other image of the document has: Word wants one for each. */
  next(): string {
    this.#shown += 1;
    return String(this.#shown);
  }
}

type Numbering = INumberingOptions['config'][number];

/** Word counts lists on its own: each list has a numbering, so that it begins where the note says. */
export class ListNumbering {
  readonly #config: Numbering[] = [];

  /** @returns the reference of a new list. @param first of its numbers; null: it has bullets */
  add(first: number | null): string {
    const reference = `list-${this.#config.length + 1}`;
    this.#config.push({ reference, levels: LEVELS.map((level) => levelOf(level, first)) });
    return reference;
  }

  get config(): readonly Numbering[] {
    return this.#config;
  }
}

/** Word has nine. */
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;
export const DEEPEST_LEVEL = 8;
const BULLETS = ['•', '–', '·'] as const;

function levelOf(level: number, first: number | null): ILevelsOptions {
  const look = {
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  } as const;
  return first === null
    ? { level, format: LevelFormat.BULLET, text: BULLETS[level % BULLETS.length] ?? '•', ...look }
    : { level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start: first, ...look };
}

import type { BriefingDetails } from './schema';
import { KINDS, type Kind, type LabelLanguage, type Tradition } from './vocabulary';

/** What can stand in a section; `reference` says where the text is that stands in an annex, `presentation` how a decision is presented. */
export type Holding = 'purpose' | 'timing' | 'reference' | 'text' | 'presentation' | Kind;

/** A section in its place, with the key of its heading among the layouts' own words. */
export interface TraditionSection {
  readonly heading: string;
  readonly holds: readonly Holding[];
  /** It begins a page of its own, after everything else of the note. */
  readonly annex?: true;
}

/** A row of the head: what it shows of the details, and the key of its name among the layouts' own words. */
export interface TraditionRow {
  readonly shows: keyof BriefingDetails | 'source' | 'for-by';
  readonly name: string;
}

/** How a country's offices write a briefing note, as data: the layout reads it, and so do Word documents and web pages. */
export interface TraditionSetup {
  /** Key of what the document calls itself. */
  readonly kind: string;
  /** The language that its offices write in; null: that of the layout's words. */
  readonly language: LabelLanguage | null;
  /** `table`: rows in two columns; `addressee`: at the right, above what the document calls itself. */
  readonly head: 'table' | 'addressee';
  readonly left: readonly TraditionRow[];
  readonly right: readonly TraditionRow[];
  readonly sections: readonly TraditionSection[];
  /** `badges` hang the numbers of annotations out; `numbered` counts the paragraphs; `plain` does neither. */
  readonly paragraphs: 'badges' | 'numbered' | 'plain';
  /** What a reader may decide on each recommendation, as keys; none: actions have who and when only. */
  readonly decisions: readonly string[];
  /** Who signs at the end: `named` names who wrote it; `author` who wrote it, `reader` who decides, `official` with position, signature and name. */
  readonly signatures: readonly ('named' | 'author' | 'reader' | 'official')[];
  /** Whether who prepared it is named at the foot of the last page before the annexes, with a telephone number. */
  readonly executor: boolean;
  /** null: the app's own page. */
  readonly page: TraditionPage | null;
}

/** The page as a standard asks for it. */
export interface TraditionPage {
  /** In millimetres. */
  readonly margins: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** In points. */
  readonly size: number;
  /** Justified, with the first line of each paragraph so far in, in millimetres. */
  readonly indent: number;
}

const row = (shows: TraditionRow['shows'], name: string = shows): TraditionRow => ({ shows, name });

const ANNEX: TraditionSection = { heading: 'annex', holds: ['text'], annex: true };

/** Russia and Belarus differ in their margins alone. */
const analyticalNote = (left: number, language: LabelLanguage): TraditionSetup => ({
  kind: 'analytical-note',
  language,
  head: 'addressee',
  left: [row('to')],
  right: [row('date'), row('reference', 'number')],
  sections: [
    { heading: '', holds: ['purpose'] },
    { heading: 'basis', holds: ['reference'] },
    { heading: 'analysis', holds: ['key-fact', 'question'] },
    { heading: 'conclusions', holds: ['risk', 'remark'] },
    { heading: 'proposals', holds: ['action'] },
    ANNEX,
  ],
  paragraphs: 'plain',
  decisions: [],
  signatures: ['official'],
  executor: true,
  page: { margins: { left, right: 10, top: 20, bottom: 20 }, size: 13, indent: 12.5 },
});

/** After what public services publish of their practice; docs/layouts.md says how each of these came about. */
export const TRADITION_SETUPS: Readonly<Record<Tradition, TraditionSetup>> = {
  own: {
    kind: 'briefing-note',
    language: null,
    head: 'table',
    left: [row('to'), row('from'), row('source')],
    right: [row('date'), row('for-by', 'for')],
    sections: [
      { heading: 'purpose', holds: ['purpose'] },
      ...KINDS.map((kind): TraditionSection => ({ heading: `${kind}-many`, holds: [kind] })),
      { heading: 'background', holds: ['text'] },
    ],
    paragraphs: 'badges',
    decisions: [],
    signatures: [],
    executor: false,
    page: null,
  },
  uk: {
    kind: 'submission',
    language: 'en',
    head: 'table',
    left: [row('to'), row('from')],
    right: [row('date'), row('reference')],
    sections: [
      { heading: 'issue', holds: ['purpose'] },
      { heading: 'recommendation', holds: ['action'] },
      { heading: 'timing', holds: ['timing'] },
      { heading: 'background', holds: ['key-fact', 'reference'] },
      { heading: 'argument', holds: ['question', 'risk', 'remark'] },
      { heading: 'presentation', holds: ['presentation'] },
      ANNEX,
    ],
    paragraphs: 'numbered',
    decisions: ['agreed', 'not-agreed', 'noted'],
    signatures: ['named'],
    executor: false,
    page: null,
  },
  canada: {
    kind: 'briefing-note',
    language: 'en',
    head: 'table',
    left: [row('to', 'addressee'), row('from', 'sector')],
    right: [row('reference'), row('date'), row('for-by', 'action-required')],
    sections: [
      { heading: 'summary', holds: ['key-fact'] },
      { heading: 'issue', holds: ['purpose'] },
      { heading: 'background', holds: ['reference'] },
      { heading: 'considerations', holds: ['question', 'risk', 'remark'] },
      { heading: 'recommendation', holds: ['action'] },
      ANNEX,
    ],
    paragraphs: 'badges',
    decisions: ['approved', 'not-approved', 'noted'],
    signatures: ['author', 'reader'],
    executor: false,
    page: null,
  },
  'new-zealand': {
    kind: 'briefing',
    language: 'en',
    head: 'table',
    left: [row('to'), row('from'), row('reference')],
    right: [row('date'), row('for', 'action-sought'), row('by', 'deadline')],
    sections: [
      { heading: 'purpose', holds: ['purpose'] },
      { heading: 'recommendations', holds: ['action'] },
      { heading: 'background', holds: ['key-fact', 'reference'] },
      { heading: 'discussion-points', holds: ['question', 'risk', 'remark'] },
      ANNEX,
    ],
    paragraphs: 'numbered',
    decisions: ['approved', 'noted', 'not-approved'],
    signatures: ['author', 'reader'],
    executor: false,
    page: null,
  },
  russia: analyticalNote(20, 'ru'),
  belarus: analyticalNote(30, 'be'),
};

/** Whether a tradition has a place for what `holding` names. */
export const hasPlaceFor = (tradition: Tradition, holding: Holding): boolean =>
  TRADITION_SETUPS[tradition].sections.some(({ holds }) => holds.includes(holding));

/** The product's fixed words. Without the schemas that check them, so that the page does not have to load those. */

/** Version of each kind of file. A change of shape is a new number and a step in `migrations/`. */
export const NOTE_SCHEMA = 3;
export const LIBRARY_SCHEMA = 1;
export const SETTINGS_SCHEMA = 3;
export const VIEW_SCHEMA = 1;
export const DRAFTS_SCHEMA = 2;
export const MANIFEST_SCHEMA = 1;
export const HISTORY_SCHEMA = 1;

export const KINDS = ['key-fact', 'question', 'action', 'risk', 'remark'] as const;
export const ANCHOR_STATES = ['exact', 'moved', 'changed', 'ambiguous', 'orphan'] as const;
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
/** What the list can be sorted by. */
export const SORT_KEYS = ['updated', 'created', 'title', 'source-date'] as const;

/** `json` is the note as it is stored, `jsonld` its annotations as W3C Web Annotations. */
export const EXPORT_FORMATS = ['pdf', 'docx', 'html', 'eml', 'md', 'json', 'jsonld'] as const;
export const LAYOUTS = ['briefing-note', 'annotated-article', 'clean-copy', 'digest'] as const;
export const PAPERS = ['A4', 'Letter'] as const;
export const ORIENTATIONS = ['portrait', 'landscape'] as const;
export const ANNOTATION_PLACES = ['margin', 'endnotes', 'none'] as const;
/** The languages that the layouts' own words are in, BCP 47. */
export const LABEL_LANGUAGES = ['en', 'ru', 'be'] as const;
/** What a layout prints only where it is chosen, in the order of the pages. */
export const PARTS = ['cover', 'contents', 'source', 'tags', 'figures-check', 'list-of-annotations'] as const;

/** Whose offices a briefing note is written for (`core/traditions.ts`); `own`: nobody's, the app's. */
export const TRADITIONS = ['own', 'uk', 'canada', 'new-zealand', 'russia', 'belarus'] as const;
/** How a source is cited (`core/citation.ts`); `plain`: agency, place, date and author. */
export const CITATIONS = ['plain', 'gost-7-0-100', 'gost-7-0-5', 'apa', 'chicago', 'oscola'] as const;

/** Longest name of a version, in UTF-16 code units. */
export const MAX_LABEL = 200;
/** Longest comment, and longest reply, in UTF-16 code units. */
export const MAX_COMMENT = 100_000;
/** Stands for the id of a reply that has none yet: it is being written for the first time. */
export const NEW_REPLY = 'new';
/** Most annotations that are imported at once: each is looked for in the whole text. */
export const MAX_IMPORTED_ANNOTATIONS = 5000;

export type Kind = (typeof KINDS)[number];
export type AnchorState = (typeof ANCHOR_STATES)[number];
export type SortKey = (typeof SORT_KEYS)[number];
export type Theme = (typeof THEMES)[number];
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type LayoutId = (typeof LAYOUTS)[number];
export type Paper = (typeof PAPERS)[number];
export type Orientation = (typeof ORIENTATIONS)[number];
export type LabelLanguage = (typeof LABEL_LANGUAGES)[number];
export type Tradition = (typeof TRADITIONS)[number];
export type Citation = (typeof CITATIONS)[number];
export type Part = (typeof PARTS)[number];
export type AnnotationPlace = (typeof ANNOTATION_PLACES)[number];

/** What a person chooses for an export. */
export interface ExportChoices {
  format: ExportFormat;
  layout: LayoutId;
  /** Id of a layout of the user's own that sets the pages, which is like `layout` otherwise; empty: none. */
  ownLayout: string;
  paper: Paper;
  orientation: Orientation;
  annotations: AnnotationPlace;
  /** The kinds of annotation that are shown. */
  kinds: readonly Kind[];
  /** Whether resolved annotations are shown too. */
  resolved: boolean;
  parts: readonly Part[];
  /** Whether annotations are comments of the PDF itself as well, which other programs list and answer. */
  pdfComments: boolean;
  /** Whether the PDF is one for archives (PDF/A-3). */
  archive: boolean;
  /** Of the layout's own words. */
  language: LabelLanguage;
  citation: Citation;
  tradition: Tradition;
  /** Who prepared it and how they are reached, where the tradition prints that at the foot; empty: nobody is named. */
  executor: string;
  /** Printed at the top and bottom of every page; empty: none. */
  marking: string;
}

export const defaultChoices: ExportChoices = {
  format: 'pdf',
  layout: 'briefing-note',
  ownLayout: '',
  paper: 'A4',
  orientation: 'portrait',
  annotations: 'margin',
  kinds: KINDS,
  resolved: true,
  parts: ['source', 'tags'],
  pdfComments: false,
  archive: false,
  language: 'en',
  citation: 'plain',
  tradition: 'own',
  executor: '',
  marking: '',
};

/** Whether a format has pages or parts of ours, with paper, marking and a place for annotations; the others are the note as it is kept. */
export const isLaidOut = (format: ExportFormat): boolean => !['md', 'json', 'jsonld'].includes(format);

/** Whether several notes can be one file of it; of the others each note has a file of its own. */
export const canBePack = isLaidOut;

/** Longest title of a pack, in UTF-16 code units. */
export const MAX_PACK_TITLE = 300;
/** Longest name and telephone number of who prepared a briefing, in UTF-16 code units. */
export const MAX_EXECUTOR = 200;
/** Longest paragraph on how a decision is presented, in UTF-16 code units. */
export const MAX_PRESENTATION = 2000;
/** Most notes that are exported at once. */
export const MAX_EXPORTED_NOTES = 1000;

/** Whether the pages of a layout are in it, so that they can be looked at before. */
export const hasPages = (format: ExportFormat): boolean => format === 'pdf' || format === 'eml';

/** Whether a word is one of the kinds of annotation. */
export const hasKind = (word: string): word is Kind => KINDS.some((kind) => kind === word);

/** An annotation whose passage is known. */
export const hasPassage = ({ state }: { readonly state: AnchorState }): boolean =>
  state !== 'orphan' && state !== 'ambiguous';

/** The words that an annotation is shown with: those of its passage, or, once it has none, those that it was made on. */
export const quoteOf = (annotation: {
  readonly state: AnchorState;
  readonly target: readonly [unknown, { readonly exact: string }];
  readonly quoted?: string | undefined;
}): string => (hasPassage(annotation) ? undefined : annotation.quoted) ?? annotation.target[1].exact;

/** What is counted of annotations that a file brings, in the order in which it is told. */
export const REPORTED = [
  'exact',
  'moved',
  'changed',
  'ambiguous',
  'orphan',
  'known',
  'replies',
  'elsewhere',
  'unread',
] as const;
export type Reported = (typeof REPORTED)[number];

/** Ids are names of folders; empty where a layout of the app is chosen. */
export const OWN_LAYOUT_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** More edits of a text at once than this are not told one by one, but found by comparing the texts. */
export const MAX_EDITS = 2000;

import type {
  Briefing,
  BriefingAnnotation,
  BriefingFigure,
  BriefingNote,
  SetBlock,
  SetInline,
} from './briefing';
import type { SectionPart } from './briefing-sections';
import type { TraditionRow, TraditionSetup } from './traditions';
import { KINDS } from './vocabulary';

/** What stands below the head of a note, in order: the same in every format that runs on without pages of ours. */
export type BriefingPart =
  /** Over what follows, up to the next one. `name`: key among the layouts' own words. */
  | { readonly type: 'heading'; readonly name: string; readonly annex: boolean }
  /** A paragraph with its number, where paragraphs are counted; 0: they are not. */
  | { readonly type: 'words'; readonly number: number; readonly words: string }
  /** Where the text is from, and that it stands in the annex. */
  | { readonly type: 'reference'; readonly number: number }
  | {
      readonly type: 'kind';
      readonly annotations: readonly BriefingAnnotation[];
      readonly number: number;
      /** `full`: the text is not there, so each stands with its passage. */
      readonly form: 'list' | 'duties' | 'decisions' | 'full';
      /** Whether each says of which kind it is. */
      readonly named: boolean;
    }
  /** `headingOffset`: how many levels of heading stand above the text's first, besides the title. */
  | { readonly type: 'text'; readonly headingOffset: number; readonly blocks: readonly SetBlock[] }
  /** Comments after the text, in the order of their passages. */
  | { readonly type: 'comments'; readonly annotations: readonly BriefingAnnotation[] }
  /** Those whose passage is gone. */
  | { readonly type: 'lost'; readonly annotations: readonly BriefingAnnotation[] }
  | { readonly type: 'figures'; readonly figures: readonly BriefingFigure[] }
  /** All that were shown, a line each. */
  | { readonly type: 'list'; readonly annotations: readonly BriefingAnnotation[] }
  | { readonly type: 'signatures'; readonly signers: readonly Signer[] }
  /** Who prepared it, and how they are reached. */
  | { readonly type: 'executor'; readonly words: string };

/** Who signs; `name` is empty where it is to be written. */
export interface Signer {
  readonly as: TraditionSetup['signatures'][number];
  readonly name: string;
  /** When, where that is known. */
  readonly date: string;
}

/** The parts of a note in a briefing's layout. Parts that would be empty are left out, but the text. */
export function partsOf(briefing: Briefing, note: BriefingNote): BriefingPart[] {
  const lost = note.annotations.filter((one) => !one.anchored);
  const listed = briefing.parts.includes('list-of-annotations') ? note.annotations : [];
  const { figures } = note;
  const headed = (name: string, has: readonly unknown[], part: BriefingPart): BriefingPart[] =>
    has.length === 0 ? [] : [{ type: 'heading', name, annex: false }, part];
  return [
    ...mainParts(briefing, note),
    ...headed(lost.some(({ ambiguous }) => ambiguous) ? 'uncertain-passages' : 'lost-passages', lost, {
      type: 'lost',
      annotations: lost,
    }),
    ...headed('figures-check', figures, { type: 'figures', figures }),
    ...headed('list-of-annotations', listed, { type: 'list', annotations: listed }),
  ];
}

function mainParts(briefing: Briefing, note: BriefingNote): BriefingPart[] {
  const { layout, annotations: place } = briefing;
  const anchored = note.annotations.filter((annotation) => annotation.anchored);
  if (layout === 'briefing-note') return sectionParts(briefing, note);
  if (layout === 'digest')
    return KINDS.flatMap((kind): BriefingPart[] => {
      const annotations = anchored.filter((one) => one.kind === kind);
      if (annotations.length === 0) return [];
      return [
        { type: 'heading', name: `${kind}-many`, annex: false },
        { type: 'kind', annotations, number: 0, form: 'full', named: false },
      ];
    });
  const text: BriefingPart = { type: 'text', headingOffset: 0, blocks: note.blocks };
  if (place !== 'endnotes' || anchored.length === 0) return [text];
  return [
    text,
    { type: 'heading', name: 'comments', annex: false },
    { type: 'comments', annotations: anchored },
  ];
}

function sectionParts(briefing: Briefing, note: BriefingNote): BriefingPart[] {
  const { tradition, labels } = briefing;
  const parts = (annex: boolean): BriefingPart[] =>
    note.sections
      .filter((section) => section.annex === annex)
      .flatMap(({ heading, parts }) => [
        ...(heading === '' ? [] : [{ type: 'heading', name: heading, annex } as const]),
        ...parts.map((part) => partOf(part, note, labels)),
      ]);
  const signers = tradition.signatures.map((as): Signer => {
    const name = as === 'reader' ? note.details.to : note.details.from;
    return { as, name, date: as === 'named' || as === 'author' ? note.details.date : '' };
  });
  const signing = signers.filter(({ as, name }) => as === 'official' || name !== '');
  return [
    ...parts(false),
    ...(signing.length === 0 ? [] : [{ type: 'signatures', signers: signing } as const]),
    ...(briefing.executor === '' ? [] : [{ type: 'executor', words: briefing.executor } as const]),
    ...parts(true),
  ];
}

function partOf(part: SectionPart, note: BriefingNote, labels: Briefing['labels']): BriefingPart {
  const { number } = part;
  switch (part.type) {
    case 'purpose':
      return { type: 'words', number, words: note.details.purpose };
    case 'timing':
      return { type: 'words', number, words: purposeWords(note, labels) };
    case 'presentation':
      return { type: 'words', number, words: note.presentation };
    case 'reference':
      return { type: 'reference', number };
    case 'text':
      return { type: 'text', headingOffset: 1, blocks: note.blocks };
    case 'annotations':
      return {
        type: 'kind',
        number,
        form: part.form,
        named: part.named,
        annotations: part.annotations.flatMap((each) => note.annotations[each - 1] ?? []),
      };
  }
}

/** Whether a citation ends with a full stop. */
export function endsSentence(citation: readonly SetInline[]): boolean {
  const last = citation.at(-1);
  return last?.type === 'text' && last.text.endsWith('.');
}

/** The kind of an annotation in front of what it says, where a section holds several; facts speak for themselves. */
export const leadOf = ({ kind }: BriefingAnnotation, named: boolean, labels: Briefing['labels']): string =>
  named && kind !== 'key-fact' ? `${labels[kind] ?? ''}. ` : '';

/** The letter of a recommendation: `a)`. @param index from 0 */
export const letterOf = (index: number): string => {
  const letters = 26;
  const last = String.fromCharCode(97 + (index % letters));
  return index < letters ? `${last})` : `${letterOf(Math.floor(index / letters) - 1).slice(0, -1)}${last})`;
};

/** Words as they are quoted, in the marks of the layout's own language; none are not. @param labels the layouts' own words */
export const inQuotes = (words: string, labels: Briefing['labels']): string =>
  words === '' ? '' : `${labels['quote-open'] ?? ''}${words}${labels['quote-close'] ?? ''}`;

/** What stands in brackets behind an annotation's kind: the name of a label, and words that are quoted after it. */
export function marksOf({
  resolved,
  ambiguous,
  original,
}: BriefingAnnotation): { name: string; words: string }[] {
  return [
    ...(resolved ? [{ name: 'resolved', words: '' }] : []),
    ...(ambiguous ? [{ name: 'several-fit', words: '' }] : []),
    ...(original === '' ? [] : [{ name: 'made-on', words: original }]),
  ];
}

/** What the source says of a figure: where it has it, or what it has instead. @param labels the layouts' own words */
export function saidOfFigure({ state, where, there }: BriefingFigure, labels: Briefing['labels']): string {
  const quoted = there.map((words) => inQuotes(words, labels)).join(' / ');
  const place = labels[`where-${where}`] ?? '';
  switch (state) {
    case 'found':
      return place;
    case 'different':
      return `${quoted} ${place}`;
    case 'not-in-source':
      return there.length === 0 ? '–' : (labels['figure-other'] ?? '').replace('{other}', there.join(' / '));
  }
}

/** How many figures there are of each state, in a line. @param labels the layouts' own words */
export function figuresCounted(figures: readonly BriefingFigure[], labels: Briefing['labels']): string {
  const count = (state: BriefingFigure['state']): string =>
    String(figures.filter((each) => each.state === state).length);
  return (labels['figures-counted'] ?? '')
    .replace('{found}', count('found'))
    .replace('{different}', count('different'))
    .replace('{missing}', count('not-in-source'));
}

/** Who does it and by when; empty where neither is known. @param labels the layouts' own words */
export const dutyOf = ({ who, by }: BriefingAnnotation, labels: Briefing['labels']): string =>
  [who, by && `${labels.by ?? ''} ${by}`].filter((part) => part !== '').join(' · ');

/** Who wrote it, and when; empty where neither is known. */
export const signatureOf = ({ author, date }: Pick<BriefingAnnotation, 'author' | 'date'>): string =>
  [author, date].filter((part) => part !== '').join(', ');

/** Replies as they stand under their comment: each a quotation that begins with who wrote it, and when. */
export const replyBlocks = ({ replies }: BriefingAnnotation): SetBlock[] =>
  replies.map((reply) => {
    const signed: SetInline = { type: 'text', text: signatureOf(reply), in: [], language: '' };
    return {
      type: 'quote',
      blocks: [{ type: 'paragraph', children: [{ type: 'emphasis', children: [signed] }] }, ...reply.comment],
    };
  });

/** A line of a note's head: the key of its name among the layouts' own words, and what stands beside it. */
export interface HeadRow {
  readonly name: string;
  readonly words: string;
  /** Of the source; empty: none. */
  readonly address: string;
  /** Of the source, in the place of both where it is cited in a pattern; empty: it is not. */
  readonly citation: readonly SetInline[];
}

/** What is known of a note, in the order of its head; rows without a value are left out. */
export function headRows({ labels, parts, tradition }: Briefing, note: BriefingNote): HeadRow[] {
  const { details, source, tags } = note;
  const row = (name: string, words: string): HeadRow => ({ name, words, address: '', citation: [] });
  const rowOf = ({ shows, name }: TraditionRow): HeadRow => {
    switch (shows) {
      case 'source':
        if (!parts.includes('source')) return row(name, '');
        return { name, words: sourceWords(source), address: source.addressShown, citation: source.citation };
      case 'for-by':
        return row(name, purposeWords(note, labels));
      case 'for':
        return row(name, details.for && (labels[details.for] ?? ''));
      default:
        return row(name, details[shows]);
    }
  };
  return [
    ...[...tradition.left, ...tradition.right].map(rowOf),
    ...(parts.includes('tags') && tradition.head === 'table' ? [row('tags', tags.join(' · '))] : []),
  ].filter(({ words, address }) => words !== '' || address !== '');
}

/** What is the same for all notes of a pack, and how many there are. */
export function packFacts({ notes, day }: Briefing): Pick<HeadRow, 'name' | 'words'>[] {
  const same = (field: 'to' | 'from'): string => {
    const values = new Set(notes.map(({ details }) => details[field]));
    return values.size === 1 ? ([...values][0] ?? '') : '';
  };
  return [
    { name: 'to', words: same('to') },
    { name: 'from', words: same('from') },
    { name: 'notes', words: String(notes.length) },
    { name: 'date', words: day },
  ].filter(({ words }) => words !== '');
}

/** What stands above the title at the end of the line: the reference, unless the head has a row for it. */
export const referenceAbove = ({ tradition }: Briefing, { details }: BriefingNote): string =>
  [...tradition.left, ...tradition.right].some(({ shows }) => shows === 'reference') ? '' : details.reference;

/** Agency, place, date and author, as far as they are known. */
export const sourceWords = ({ agency, place, date, author }: BriefingNote['source']): string =>
  [agency, place, date, author].filter((part) => part !== '').join(', ');

/** What the briefing is for, and by when; empty where it is not given. */
const purposeWords = ({ details }: BriefingNote, labels: Briefing['labels']): string =>
  [details.for && (labels[details.for] ?? ''), details.by && `${labels.by ?? ''} ${details.by}`]
    .filter((part) => part !== '')
    .join(' ');

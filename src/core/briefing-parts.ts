import type {
  Briefing,
  BriefingAnnotation,
  BriefingFigure,
  BriefingNote,
  SetBlock,
  SetInline,
} from './briefing';
import { KINDS, type Kind } from './vocabulary';

/** What stands below the head of a note, in order: the same in every format that runs on without pages of ours. */
export type BriefingPart =
  | { readonly type: 'purpose'; readonly words: string }
  /** `quoted`: the text is not there, so each stands with its passage. */
  | {
      readonly type: 'kind';
      readonly kind: Kind;
      readonly quoted: boolean;
      readonly annotations: readonly BriefingAnnotation[];
    }
  /** `headed`: it has a heading of its own. */
  | { readonly type: 'text'; readonly headed: boolean; readonly blocks: readonly SetBlock[] }
  /** Comments after the text, in the order of their passages. */
  | { readonly type: 'comments'; readonly annotations: readonly BriefingAnnotation[] }
  /** Those whose passage is gone. */
  | { readonly type: 'lost'; readonly annotations: readonly BriefingAnnotation[] }
  | { readonly type: 'figures'; readonly figures: readonly BriefingFigure[] }
  /** All that were shown, a line each. */
  | { readonly type: 'list'; readonly annotations: readonly BriefingAnnotation[] };

/** The parts of a note in a briefing's layout. Parts that would be empty are left out, but the text. */
export function partsOf(
  { layout, annotations: place, parts: chosen }: Briefing,
  note: BriefingNote,
): BriefingPart[] {
  const anchored = note.annotations.filter((annotation) => annotation.anchored);
  const lost: BriefingPart = { type: 'lost', annotations: note.annotations.filter((one) => !one.anchored) };
  const parts = (): BriefingPart[] => {
    const kinds = KINDS.map(
      (kind): BriefingPart => ({
        type: 'kind',
        kind,
        quoted: layout === 'digest',
        annotations: anchored.filter((one) => one.kind === kind),
      }),
    );
    if (layout === 'digest') return kinds;
    if (layout !== 'briefing-note') {
      const text: BriefingPart = { type: 'text', headed: false, blocks: note.blocks };
      return place === 'endnotes' ? [text, { type: 'comments', annotations: anchored }] : [text];
    }
    const { purpose } = note.details;
    const text: BriefingPart = { type: 'text', headed: true, blocks: note.blocks };
    return [
      ...(purpose === '' ? [] : [{ type: 'purpose', words: purpose } as const]),
      ...(place === 'endnotes' ? [text, ...kinds] : [...kinds, text]),
    ];
  };
  const figures: BriefingPart = { type: 'figures', figures: note.figures };
  const list: BriefingPart = {
    type: 'list',
    annotations: chosen.includes('list-of-annotations') ? note.annotations : [],
  };
  return [...parts(), lost, figures, list].filter((part) => {
    if ('annotations' in part) return part.annotations.length > 0;
    return part.type !== 'figures' || part.figures.length > 0;
  });
}

/** What the source says of a figure: where it has it, or what it has instead. @param labels the layouts' own words */
export function saidOfFigure({ state, where, there }: BriefingFigure, labels: Briefing['labels']): string {
  const quoted = there.map((words) => `“${words}”`).join(' / ');
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
  readonly name: 'to' | 'from' | 'source' | 'date' | 'for' | 'tags';
  readonly words: string;
  /** Of the source; empty: none. */
  readonly address: string;
  /** Of the source, in the place of both where it is cited in a pattern; empty: it is not. */
  readonly citation: readonly SetInline[];
}

/** What is known of a note, in the order of its head; rows without a value are left out. */
export function headRows({ labels, parts }: Briefing, note: BriefingNote): HeadRow[] {
  const { details, source, tags } = note;
  const row = (name: HeadRow['name'], words: string): HeadRow => ({ name, words, address: '', citation: [] });
  return [
    row('to', details.to),
    row('from', details.from),
    ...(parts.includes('source')
      ? [{ ...row('source', sourceWords(source)), address: source.address, citation: source.citation }]
      : []),
    row('date', details.date),
    row('for', purposeWords(note, labels)),
    ...(parts.includes('tags') ? [row('tags', tags.join(' · '))] : []),
  ].filter(({ words, address }) => words !== '' || address !== '');
}

/** Agency, place, date and author, as far as they are known. */
export const sourceWords = ({ agency, place, date, author }: BriefingNote['source']): string =>
  [agency, place, date, author].filter((part) => part !== '').join(', ');

/** What the briefing is for, and by when; empty where it is not given. */
const purposeWords = ({ details }: BriefingNote, labels: Briefing['labels']): string =>
  [details.for && (labels[details.for] ?? ''), details.by && `${labels.by ?? ''} ${details.by}`]
    .filter((part) => part !== '')
    .join(' ');

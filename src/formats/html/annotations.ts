import type { Briefing, BriefingAnnotation, SetBlock } from '../../core/briefing';
import {
  dutyOf,
  inQuotes,
  leadOf,
  letterOf,
  marksOf,
  replyBlocks,
  signatureOf,
} from '../../core/briefing-parts';
import {
  type HtmlSetting,
  htmlBlocks,
  htmlInlines,
  noPassages,
  type PassageSetting,
} from '../../core/html/blocks';
import { element, type HtmlNode } from '../../core/html/element';

/** Where things of one note stand, for links inside the page. */
export interface NotePlace {
  /** The note's number in the briefing, from 0. */
  readonly index: number;
  readonly labels: Briefing['labels'];
  readonly images: HtmlSetting['images'];
  readonly annotations: readonly BriefingAnnotation[];
  /** The numbers of those whose passages stand in the text. */
  readonly shown: ReadonlySet<number>;
  /** Whether the title of a pack stands above that of the note. */
  readonly inPack: boolean;
}

export const passageId = (place: NotePlace, number: number): string => `passage-${place.index + 1}-${number}`;
export const commentId = (place: NotePlace, number: number): string => `comment-${place.index + 1}-${number}`;

/** A word of ours, in the language that it is in. */
export const label = (labels: Briefing['labels'], name: string): HtmlNode =>
  element('span', { lang: labels.language }, labels[name] ?? '');

/** Passages as marks, each with its number at its end. */
export function passageMarks(place: NotePlace): PassageSetting {
  const classOf = (number: number): string => {
    const annotation = place.annotations[number - 1];
    return annotation ? `${annotation.kind}${annotation.resolved ? ' resolved' : ''}` : '';
  };
  return {
    // Where passages overlap each has its mark, the last one innermost.
    mark: (words, numbers) =>
      numbers.reduceRight((inner, number) => element('mark', { class: classOf(number) }, inner), words),
    begin: (number) => [element('span', { id: passageId(place, number) })],
    end: (number) => [badge(place, number, commentId(place, number))],
  };
}

/** The number of an annotation as a link to an id of the page. */
export function badge(place: NotePlace, number: number, to: string): HtmlNode {
  const annotation = place.annotations[number - 1];
  if (!annotation) return '';
  const name = `${place.labels[annotation.kind] ?? ''} ${annotation.shown}`;
  return element(
    'a',
    { href: `#${to}`, class: `badge ${annotation.kind}`, 'aria-label': name, lang: place.labels.language },
    annotation.shown,
  );
}

/** The number of a comment, leading to its passage where there is one. */
function numberOf(place: NotePlace, { number, kind, shown }: BriefingAnnotation): HtmlNode {
  return place.shown.has(number)
    ? badge(place, number, passageId(place, number))
    : element('span', { class: `badge ${kind}` }, shown);
}

export const quoted = ({ labels }: NotePlace, { quote }: BriefingAnnotation): HtmlNode =>
  quote === '' ? '' : element('p', { class: 'quote' }, inQuotes(quote, labels));

/** What else is known of it: resolved, made on other words. */
export const marks = ({ labels }: NotePlace, annotation: BriefingAnnotation): HtmlNode[] =>
  marksOf(annotation).flatMap(({ name, words }) => [
    ' ',
    element(
      'span',
      { class: 'soft' },
      '(',
      label(labels, name),
      words === '' ? '' : ` ${inQuotes(words, labels)}`,
      ')',
    ),
  ]);

const commentOf = (place: NotePlace, { comment }: BriefingAnnotation): HtmlNode[] => setIn(place, comment);

const repliesTo = (place: NotePlace, annotation: BriefingAnnotation): HtmlNode[] =>
  setIn(place, replyBlocks(annotation));

const settingOf = ({ labels, images }: NotePlace): HtmlSetting => ({
  headingOffset: 3,
  labels,
  images,
  passages: noPassages,
});

const setIn = (place: NotePlace, blocks: readonly SetBlock[]): HtmlNode[] =>
  htmlBlocks(blocks, settingOf(place));

/** One comment with all that is known of it. */
export function fullComment(place: NotePlace, annotation: BriefingAnnotation): HtmlNode {
  const { number, kind } = annotation;
  const signed = signatureOf(annotation);
  const duty = dutyOf(annotation, place.labels);
  return element(
    'div',
    { class: `note ${kind}`, id: commentId(place, number), role: 'note' },
    element(
      'p',
      {},
      numberOf(place, annotation),
      ' ',
      element('strong', {}, label(place.labels, kind)),
      ...marks(place, annotation),
    ),
    quoted(place, annotation),
    commentOf(place, annotation),
    duty === '' ? [] : element('p', {}, element('strong', {}, duty)),
    signed === '' ? [] : element('p', { class: 'soft' }, signed),
    repliesTo(place, annotation),
  );
}

/** How annotations stand in their section. */
interface Standing {
  /** Of the first paragraph, where paragraphs are counted; 0: they are not. */
  readonly number: number;
  /** Whether each says of which kind it is. */
  readonly named: boolean;
  /** Whether paragraphs have no numbers before them, not even those of the annotations. */
  readonly plain: boolean;
}

/** What was found: the comment, or the passage where nothing was said of it. */
export function found(
  place: NotePlace,
  annotations: readonly BriefingAnnotation[],
  { number, named, plain }: Standing,
): HtmlNode {
  const numberAtEnd = number > 0 || plain;
  const items = annotations.map((annotation) => {
    const duty = dutyOf(annotation, place.labels);
    const lead = leadOf(annotation, named, place.labels);
    const before: HtmlNode[] = lead === '' ? [] : [element('em', { lang: place.labels.language }, lead)];
    const after = [...marks(place, annotation), ...(numberAtEnd ? [' ', numberOf(place, annotation)] : [])];
    return element(
      'li',
      { id: commentId(place, annotation.number) },
      numberAtEnd ? [] : [numberOf(place, annotation), ' '],
      saidBetween(place, annotation, before, after),
      duty === '' ? [] : element('p', { class: 'soft' }, duty),
      repliesTo(place, annotation),
    );
  });
  if (plain) return element('ul', { class: 'found plain' }, items);
  return number === 0
    ? element('ul', { class: 'found' }, items)
    : element('ol', { class: 'counted', start: String(number) }, items);
}

/** What is said, or the passage: the words before are in its first paragraph, those after in its last. */
function saidBetween(
  place: NotePlace,
  annotation: BriefingAnnotation,
  before: readonly HtmlNode[],
  after: readonly HtmlNode[],
): HtmlNode[] {
  const { comment, quote } = annotation;
  const [first, ...others] = comment;
  if (first === undefined)
    return [element('p', { class: 'quote' }, ...before, inQuotes(quote, place.labels), ...after)];
  if (first.type !== 'paragraph') return [...before, ...setIn(place, comment), ...after];
  const setting = settingOf(place);
  const start = [...before, ...htmlInlines(first.children, setting)];
  const last = others.at(-1);
  if (last === undefined) return [element('p', {}, start, ...after)];
  const end =
    last.type === 'paragraph'
      ? [element('p', {}, htmlInlines(last.children, setting), ...after)]
      : [...setIn(place, [last]), ...after];
  return [element('p', {}, start), ...setIn(place, others.slice(0, -1)), ...end];
}

/** Recommendations, with boxes for what the reader decides on each. @param decisions keys of what may be decided */
export const decisionTable = (
  place: NotePlace,
  annotations: readonly BriefingAnnotation[],
  decisions: readonly string[],
): HtmlNode =>
  labelledTable(
    place,
    ['number', 'recommendation', 'who', 'when'],
    annotations.map((annotation, index) => ({
      id: commentId(place, annotation.number),
      cells: [
        letterOf(index),
        [
          numberOf(place, annotation),
          ' ',
          ...saidOf(place, annotation),
          element(
            'p',
            {},
            decisions.map((name) => element('span', { class: 'box' }, '☐ ', label(place.labels, name))),
          ),
        ],
        annotation.who,
        annotation.by,
      ],
    })),
  );

/** The comment with its replies, or the passage where nothing was said of it. */
const saidOf = (place: NotePlace, annotation: BriefingAnnotation): HtmlNode[] => [
  ...(annotation.comment.length > 0 ? commentOf(place, annotation) : [quoted(place, annotation)]),
  ...marks(place, annotation),
  ...repliesTo(place, annotation),
];

/** A table with our words over its columns. @param rows each with what stands in its cells, and its id where it has one */
export function labelledTable(
  { labels }: NotePlace,
  columns: readonly string[],
  rows: readonly { readonly id?: string; readonly cells: readonly (HtmlNode | readonly HtmlNode[])[] }[],
): HtmlNode {
  const head = columns.map((name) => element('th', { scope: 'col' }, label(labels, name)));
  const body = rows.map(({ id, cells }) =>
    element(
      'tr',
      { id },
      cells.map((cell) => element('td', {}, cell)),
    ),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body));
}

/** Actions with who and when. */
export const actionTable = (place: NotePlace, annotations: readonly BriefingAnnotation[]): HtmlNode =>
  labelledTable(
    place,
    ['number', 'action', 'who', 'when'],
    annotations.map((annotation) => ({
      id: commentId(place, annotation.number),
      cells: [numberOf(place, annotation), saidOf(place, annotation), annotation.who, annotation.by],
    })),
  );

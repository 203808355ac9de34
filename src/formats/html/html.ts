import { createHash } from 'node:crypto';
import type { Briefing, BriefingAnnotation, BriefingNote, Composed, SetBlock } from '../../core/briefing';
import { type BriefingPart, endsSentence, partsOf } from '../../core/briefing-parts';
import { type HtmlSetting, htmlBlocks, htmlFootnotes, noPassages } from '../../core/html/blocks';
import { element, type HtmlNode, serialize } from '../../core/html/element';
import { directionOf } from '../../core/language-tag';
import { begunIn, passagesIn } from '../../core/set-inlines';
import {
  actionTable,
  decisionTable,
  found,
  fullComment,
  label,
  type NotePlace,
  passageMarks,
} from './annotations';
import { HeadingIds, noteContents, packContents, packHead } from './contents';
import { headOf, signatures, sourceIn, titleId } from './head';
import { annotationTable, figuresTable } from './registers';
import { styleFor } from './style';

/** Nothing is fetched and nothing runs: only the page's own style and the images that stand in it. */
const policyFor = (style: string): string =>
  [
    "default-src 'none'",
    'img-src data:',
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * A briefing as one HTML page: styled, printable, without scripts, with its images in it. The same briefing gives the same bytes.
 * @returns UTF-8
 */
export function writeHtml({ briefing, images }: Composed): Uint8Array {
  const { labels, language, marking, author } = briefing;
  const { place, below } = briefing.markingLook;
  const style = styleFor(briefing);
  const title = briefing.title || (labels.untitled ?? '');
  const isPack = briefing.notes.length > 1;
  const notes = briefing.notes.map((note, index) => article(briefing, note, index, images));
  const stamp = (end: 'top' | 'bottom'): HtmlNode[] =>
    marking === ''
      ? []
      : [
          element(
            'p',
            { class: `marking ${end}${place === 'first-page' ? ' once' : ''}` },
            element('span', {}, marking, below === '' ? [] : [element('br'), below]),
          ),
        ];
  const hasFoot = marking !== '' && (place === 'centre' || place === 'right');
  const body = element(
    'body',
    { class: hasMargin(briefing) ? 'with-margin' : undefined },
    marking === '' ? [] : element('header', {}, stamp('top')),
    element('main', {}, isPack ? [packHead(briefing), ...packContents(briefing)] : [], notes),
    hasFoot ? element('footer', {}, stamp('bottom')) : [],
  );
  const head = element(
    'head',
    {},
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policyFor(style) }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title),
    author === '' ? [] : element('meta', { name: 'author', content: author }),
    element('meta', { name: 'date', content: briefing.date }),
    element('style', {}, style),
  );
  const page = element('html', { lang: language, dir: directionOf(language) }, head, body);
  return new TextEncoder().encode(`<!doctype html>\n${serialize(page)}\n`);
}

/** Comments stand beside the text only where they are not its sections. */
const hasMargin = ({ layout, annotations }: Briefing): boolean =>
  annotations === 'margin' && layout !== 'briefing-note';

function article(
  briefing: Briefing,
  note: BriefingNote,
  index: number,
  images: Composed['images'],
): HtmlNode {
  const { labels } = briefing;
  const { annotations } = note;
  const inPack = briefing.notes.length > 1;
  const parts = partsOf(briefing, note);
  const shown = passagesIn(parts.flatMap((part) => (part.type === 'text' ? part.blocks : [])));
  const place: NotePlace = { index, labels, images, annotations, shown, inPack };
  const ids = new HeadingIds(parts, index);
  const sections = sectionsIn(parts);
  const named = sections.map(({ heading, parts }) => ({ heading: heading?.name ?? null, parts }));
  return element(
    'article',
    { lang: note.language, dir: directionOf(note.language), 'aria-labelledby': titleId(index) },
    headOf(briefing, note, place),
    inPack ? [] : noteContents(briefing, named, place, ids),
    sections.map(({ heading, parts }, at) =>
      element(
        'section',
        { class: heading?.annex ? 'annex' : undefined },
        heading ? element(inPack ? 'h3' : 'h2', { id: ids.ofSection(at) }, label(labels, heading.name)) : [],
        heading?.annex && briefing.parts.includes('source') ? annexSource(note, place) : [],
        parts.flatMap((part) => partOf(part, briefing, note, place, ids)),
      ),
    ),
  );
}

interface Section {
  readonly heading: Extract<BriefingPart, { type: 'heading' }> | null;
  readonly parts: BriefingPart[];
}

/** Parts below the heading that they stand under. */
function sectionsIn(parts: readonly BriefingPart[]): Section[] {
  const sections: Section[] = [];
  for (const part of parts) {
    if (part.type === 'heading') sections.push({ heading: part, parts: [] });
    else if (sections.length === 0) sections.push({ heading: null, parts: [part] });
    else sections.at(-1)?.parts.push(part);
  }
  return sections;
}

function partOf(
  part: BriefingPart,
  briefing: Briefing,
  note: BriefingNote,
  place: NotePlace,
  ids: HeadingIds,
): HtmlNode | readonly HtmlNode[] {
  const { labels } = place;
  switch (part.type) {
    case 'heading':
      return [];
    case 'words':
      return counted(part.number, part.words);
    case 'reference': {
      const source = briefing.parts.includes('source') ? sourceIn(note, place) : [];
      const between = source.length === 0 ? '' : endsSentence(note.source.citation) ? ' ' : '. ';
      return counted(part.number, ...source, between, label(labels, 'text-in-annex'));
    }
    case 'kind':
      switch (part.form) {
        case 'full':
          return fullComments(place, part.annotations);
        case 'duties':
          return actionTable(place, part.annotations);
        case 'decisions':
          return [
            counted(part.number, label(labels, 'recommended-to')),
            decisionTable(place, part.annotations, briefing.tradition.decisions),
          ];
        case 'list':
          return found(place, part.annotations, {
            ...part,
            plain: briefing.tradition.paragraphs === 'plain',
          });
      }
      break;
    case 'comments':
    case 'lost':
      return fullComments(place, part.annotations);
    case 'figures':
      return figuresTable(place, part.figures);
    case 'list':
      return annotationTable(place, part.annotations);
    case 'signatures':
      return signatures(part.signers, place);
    case 'executor':
      return element('p', { class: 'soft executor' }, label(labels, 'executor'), `: ${part.words}`);
    case 'text': {
      const setting: HtmlSetting = {
        headingOffset: part.headingOffset + (place.inPack ? 2 : 1),
        idOf: ids.ofText,
        labels,
        images: place.images,
        passages: place.annotations.length > 0 ? passageMarks(place) : noPassages,
      };
      if (part.blocks.length === 0) return element('p', { class: 'soft' }, label(labels, 'empty-note'));
      const words = hasMargin(briefing)
        ? part.blocks.map((block) => rowOf(block, setting, place))
        : htmlBlocks(part.blocks, setting);
      return [...words, ...htmlFootnotes(part.blocks, setting)];
    }
  }
}

/** Where the text of an annex is from. */
function annexSource(note: BriefingNote, place: NotePlace): HtmlNode[] {
  const source = sourceIn(note, place);
  return source.length === 0 ? [] : [element('p', { class: 'soft sans' }, source)];
}

/** A paragraph with its number, where paragraphs are counted. */
const counted = (number: number, ...words: readonly HtmlNode[]): HtmlNode =>
  number === 0
    ? element('p', {}, words)
    : element('ol', { class: 'counted', start: String(number) }, element('li', {}, words));

const fullComments = (place: NotePlace, annotations: readonly BriefingAnnotation[]): HtmlNode[] =>
  annotations.map((one) => fullComment(place, one));

/** A block with the comments whose passages begin in it beside it. */
function rowOf(block: SetBlock, setting: HtmlSetting, place: NotePlace): HtmlNode {
  const comments = begunIn([block]).flatMap((number) => place.annotations[number - 1] ?? []);
  return element(
    'div',
    { class: 'row' },
    element('div', {}, htmlBlocks([block], setting)),
    element(
      'div',
      {},
      comments.map((annotation) => fullComment(place, annotation)),
    ),
  );
}

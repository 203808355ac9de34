import { createHash } from 'node:crypto';
import type { Briefing, BriefingAnnotation, BriefingNote, Composed, SetBlock } from '../../core/briefing';
import { type BriefingPart, headRows, partsOf } from '../../core/briefing-parts';
import { type HtmlSetting, htmlBlocks, htmlInlines, noPassages } from '../../core/html/blocks';
import { element, type HtmlNode, serialize } from '../../core/html/element';
import { directionOf } from '../../core/language-tag';
import { begunIn, passagesIn } from '../../core/set-inlines';
import { actionTable, found, fullComment, label, type NotePlace, passageMarks } from './annotations';
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
  const style = styleFor(briefing);
  const title = briefing.title || (labels.untitled ?? '');
  const notes = briefing.notes.map((note, index) => article(briefing, note, index, images));
  const stamp = (end: 'top' | 'bottom'): HtmlNode[] =>
    marking === '' ? [] : [element('p', { class: `marking ${end}` }, marking)];
  const body = element(
    'body',
    { class: hasMargin(briefing) ? 'with-margin' : undefined },
    marking === '' ? [] : element('header', {}, stamp('top')),
    element('main', {}, notes),
    marking === '' ? [] : element('footer', {}, stamp('bottom')),
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
  const parts = partsOf(briefing, note);
  const shown = passagesIn(parts.flatMap((part) => (part.type === 'text' ? part.blocks : [])));
  const place: NotePlace = { index, labels, images, annotations, shown };
  const eyebrow = [
    element('span', {}, label(labels, briefing.layout)),
    ...(note.details.reference === '' ? [] : [element('span', {}, note.details.reference)]),
  ];
  const facts = headRows(briefing, note).map(({ name, words, address, citation }) => [
    element('dt', {}, label(labels, name)),
    citation.length > 0
      ? element('dd', {}, htmlInlines(citation, { headingOffset: 0, labels, images, passages: noPassages }))
      : element('dd', {}, words, address === '' ? [] : [words === '' ? '' : element('br'), linkTo(address)]),
  ]);
  return element(
    'article',
    { lang: note.language, dir: directionOf(note.language), 'aria-labelledby': `title-${index + 1}` },
    element(
      'header',
      {},
      element('p', { class: 'eyebrow sans' }, eyebrow),
      element('h1', { id: `title-${index + 1}` }, note.title || label(labels, 'untitled')),
      facts.length === 0 ? [] : element('dl', { class: 'facts' }, facts.flat()),
    ),
    parts.map((part) => section(part, place, hasMargin(briefing))),
  );
}

const linkTo = (address: string): HtmlNode =>
  /^https?:\/\//.test(address)
    ? element('a', { href: address, rel: 'noreferrer' }, address)
    : element('span', {}, address);

function section(part: BriefingPart, place: NotePlace, withMargin: boolean): HtmlNode {
  const { labels } = place;
  const headed = (name: string, ...body: (HtmlNode | readonly HtmlNode[])[]): HtmlNode =>
    element('section', {}, element('h2', {}, label(labels, name)), ...body);
  switch (part.type) {
    case 'purpose':
      return headed('purpose', element('p', {}, part.words));
    case 'kind': {
      if (part.quoted) return headed(`${part.kind}-many`, fullComments(place, part.annotations));
      const isTable =
        part.kind === 'action' && part.annotations.some(({ who, by }) => who !== '' || by !== '');
      return headed(
        `${part.kind}-many`,
        isTable ? actionTable(place, part.annotations) : found(place, part.annotations),
      );
    }
    case 'comments':
      return headed('comments', fullComments(place, part.annotations));
    case 'lost':
      return headed('lost-passages', fullComments(place, part.annotations));
    case 'figures':
      return headed('figures-check', figuresTable(place, part.figures));
    case 'list':
      return headed('list-of-annotations', annotationTable(place, part.annotations));
    case 'text': {
      const setting: HtmlSetting = {
        headingOffset: part.headed ? 2 : 1,
        labels,
        images: place.images,
        passages: place.annotations.length > 0 ? passageMarks(place) : noPassages,
      };
      const words =
        part.blocks.length === 0
          ? [element('p', { class: 'soft' }, label(labels, 'empty-note'))]
          : withMargin
            ? part.blocks.map((block) => rowOf(block, setting, place))
            : htmlBlocks(part.blocks, setting);
      return part.headed ? headed('background', words) : element('section', {}, words);
    }
  }
}

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

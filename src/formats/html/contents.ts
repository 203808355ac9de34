import type { Briefing } from '../../core/briefing';
import { type BriefingPart, packFacts } from '../../core/briefing-parts';
import { type HtmlSetting, htmlInlines, noPassages, type SetHeading } from '../../core/html/blocks';
import { element, type HtmlNode } from '../../core/html/element';
import { label, type NotePlace } from './annotations';
import { titleId } from './head';

/** Title of a pack, and what is known of all of its notes. */
export function packHead(briefing: Briefing): HtmlNode {
  const { labels, title } = briefing;
  const facts = packFacts(briefing).map(({ name, words }) => [
    element('dt', {}, label(labels, name)),
    element('dd', {}, words),
  ]);
  return element(
    'header',
    { class: 'pack' },
    title === labels.pack
      ? []
      : element('p', { class: 'eyebrow sans' }, element('span', {}, label(labels, 'pack'))),
    element('h1', {}, title),
    element('dl', { class: 'facts' }, facts.flat()),
  );
}

/** The titles of a pack's notes, each leading to its note; nothing where contents were not chosen. */
export function packContents({ notes, parts, labels }: Briefing): HtmlNode[] {
  if (!parts.includes('contents')) return [];
  const entries = notes.map((note, index) =>
    element(
      'li',
      { lang: note.language },
      element('a', { href: `#${titleId(index)}` }, note.title || label(labels, 'untitled')),
    ),
  );
  return [listOf(labels, 'ol', entries)];
}

/** Ids of the headings of a note that contents lead to. */
export class HeadingIds {
  readonly #texts: readonly SetHeading[];
  readonly #prefix: string;

  constructor(parts: readonly BriefingPart[], index: number) {
    this.#prefix = `heading-${index + 1}`;
    this.#texts = parts.flatMap((part) =>
      part.type === 'text'
        ? part.blocks.filter((block): block is SetHeading => block.type === 'heading')
        : [],
    );
  }

  /** @param place of the section among those of the note, from 0 */
  ofSection(place: number): string {
    return `${this.#prefix}-section-${place + 1}`;
  }

  readonly ofText = (heading: SetHeading): string | undefined => {
    const place = this.#texts.indexOf(heading);
    return place < 0 ? undefined : `${this.#prefix}-text-${place + 1}`;
  };
}

/** The sections of a note and the headings of its text; nothing where contents were not chosen, or there are none. */
export function noteContents(
  { parts: chosen }: Briefing,
  sections: readonly { readonly heading: string | null; readonly parts: readonly BriefingPart[] }[],
  place: NotePlace,
  ids: HeadingIds,
): HtmlNode[] {
  if (!chosen.includes('contents')) return [];
  const { labels, images } = place;
  const setting: HtmlSetting = { headingOffset: 0, labels, images, passages: noPassages };
  const entries = sections.flatMap(({ heading, parts }, index) => {
    const inText = parts
      .flatMap((part) => (part.type === 'text' ? part.blocks : []))
      .filter((block): block is SetHeading => block.type === 'heading' && ids.ofText(block) !== undefined)
      .map((block) =>
        element('li', {}, element('a', { href: `#${ids.ofText(block)}` }, htmlInlines(bare(block), setting))),
      );
    if (heading === null) return inText;
    const link = element('a', { href: `#${ids.ofSection(index)}` }, label(labels, heading));
    return [element('li', {}, link, inText.length === 0 ? [] : element('ul', {}, inText))];
  });
  return entries.length === 0 ? [] : [listOf(labels, 'ul', entries)];
}

const listOf = (labels: Briefing['labels'], tag: 'ol' | 'ul', entries: readonly HtmlNode[]): HtmlNode =>
  element(
    'nav',
    { class: 'contents', 'aria-label': labels.contents },
    element('p', { class: 'sans' }, element('strong', {}, label(labels, 'contents'))),
    element(tag, {}, entries),
  );

/** The words of a heading, without what may not stand in a link. */
const bare = ({ children }: SetHeading): SetHeading['children'] =>
  children.flatMap((child) => {
    if (child.type === 'link') return child.children.filter(({ type }) => type === 'text' || type === 'code');
    return child.type === 'footnote' || child.type === 'image' ? [] : [child];
  });

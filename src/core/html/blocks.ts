import type { Briefing, SetBlock, SetInline } from '../briefing';
import { figureIn, inlinesOf } from '../set-inlines';
import { element, type HtmlNode } from './element';

/** What a setting of blocks needs beside them. */
export interface HtmlSetting {
  /** How much deeper the note's headings stand than they say. */
  readonly headingOffset: number;
  /** The layouts' own words. */
  readonly labels: Briefing['labels'];
  /** Bytes in base64, by the name that the blocks call them. */
  readonly images: ReadonlyMap<string, string>;
  /** How passages of annotations are shown. */
  readonly passages: PassageSetting;
  /** The id of a heading, where something leads to it. */
  readonly idOf?: (heading: SetHeading) => string | undefined;
}

export type SetHeading = Extract<SetBlock, { type: 'heading' }>;

export interface PassageSetting {
  /** Words in the passages with these numbers; one at least. */
  mark(words: HtmlNode, numbers: readonly number[]): HtmlNode;
  begin(number: number): readonly HtmlNode[];
  end(number: number): readonly HtmlNode[];
}

/** Words without any passage shown. */
export const noPassages: PassageSetting = { mark: (words) => words, begin: () => [], end: () => [] };

/** Blocks of a briefing as HTML, made from the tree: whatever a note holds, only these elements come out. */
export const htmlBlocks = (blocks: readonly SetBlock[], setting: HtmlSetting): HtmlNode[] =>
  blocks.map((block) => htmlBlock(block, setting));

function htmlBlock(block: SetBlock, setting: HtmlSetting): HtmlNode {
  switch (block.type) {
    case 'heading':
      return element(
        `h${Math.min(block.level + setting.headingOffset, 6)}`,
        { id: setting.idOf?.(block) },
        htmlInlines(block.children, setting),
      );
    case 'paragraph': {
      const figure = figureIn(block.children);
      const words = htmlInlines(block.children, setting);
      if (figure === null) return element('p', {}, words);
      return element('figure', {}, words, element('figcaption', {}, figure.title));
    }
    case 'quote':
      return element('blockquote', {}, htmlBlocks(block.blocks, setting));
    case 'list': {
      const items = block.items.map(({ checked, blocks }) =>
        element('li', { class: checked === null ? '' : 'task' }, [
          ...(checked === null ? [] : [taskBox(checked, setting)]),
          ...htmlItem(blocks, block.tight, setting),
        ]),
      );
      const first = block.ordered && block.first !== 1 ? String(block.first) : undefined;
      return element(block.ordered ? 'ol' : 'ul', { start: first }, items);
    }
    case 'code':
      return element('pre', {}, element('code', {}, htmlInlines(block.children, setting)));
    case 'table':
      return htmlTable(block, setting);
    case 'rule':
      return element('hr');
  }
}

/** The words of a tight item stand in it without a paragraph. */
const htmlItem = (blocks: readonly SetBlock[], tight: boolean, setting: HtmlSetting): HtmlNode[] =>
  blocks.flatMap((block) =>
    tight && block.type === 'paragraph' ? htmlInlines(block.children, setting) : [htmlBlock(block, setting)],
  );

const taskBox = (checked: boolean, { labels }: HtmlSetting): HtmlNode =>
  element(
    'span',
    { role: 'img', 'aria-label': labels[checked ? 'task-done' : 'task-open'] },
    checked ? '☑ ' : '☐ ',
  );

function htmlTable(table: Extract<SetBlock, { type: 'table' }>, setting: HtmlSetting): HtmlNode {
  const cell = (tag: 'th' | 'td', children: readonly SetInline[], column: number): HtmlNode => {
    const align = table.align[column];
    return element(
      tag,
      { scope: tag === 'th' ? 'col' : undefined, class: align ? `align-${align}` : undefined },
      htmlInlines(children, setting),
    );
  };
  const head = table.header.map((children, column) => cell('th', children, column));
  const rows = table.rows.map((row) =>
    element(
      'tr',
      {},
      row.map((children, column) => cell('td', children, column)),
    ),
  );
  return element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows));
}

const TAGS = { strong: 'strong', emphasis: 'em', strikethrough: 's' } as const;

/** Inlines of a briefing as HTML. */
export const htmlInlines = (inlines: readonly SetInline[], setting: HtmlSetting): HtmlNode[] =>
  inlines.flatMap((inline) => htmlInline(inline, setting));

function htmlInline(inline: SetInline, setting: HtmlSetting): readonly HtmlNode[] {
  const { passages } = setting;
  switch (inline.type) {
    case 'text':
    case 'code': {
      const said: HtmlNode = inline.language
        ? element('span', { lang: inline.language }, inline.text)
        : inline.text;
      const words = inline.type === 'code' ? element('code', {}, said) : said;
      return [inline.in.length > 0 ? passages.mark(words, inline.in) : words];
    }
    case 'begin':
      return passages.begin(inline.number);
    case 'end':
      return passages.end(inline.number);
    case 'break':
      return [element('br')];
    case 'footnote':
      return [referenceTo(inline)];
    case 'image':
      return [htmlImage(inline, setting)];
    case 'link': {
      const words = htmlInlines(inline.children, setting);
      return inline.address === ''
        ? words
        : [element('a', { href: inline.address, title: inline.title, rel: 'noreferrer' }, words)];
    }
    default:
      return [element(TAGS[inline.type], {}, htmlInlines(inline.children, setting))];
  }
}

type SetFootnote = Extract<SetInline, { type: 'footnote' }>;

/** Only the first of several references to one footnote is where it leads back to. */
const referenceTo = ({ id, number, blocks }: SetFootnote): HtmlNode =>
  element(
    'sup',
    {},
    element(
      'a',
      { href: `#footnote-${id}`, id: blocks.length > 0 ? `reference-${id}` : undefined, role: 'doc-noteref' },
      String(number),
    ),
  );

/** What the footnotes of some blocks say, to stand below them; nothing where there are none. */
export function htmlFootnotes(blocks: readonly SetBlock[], setting: HtmlSetting): HtmlNode[] {
  const said = inlinesOf(blocks).filter(
    (inline): inline is SetFootnote => inline.type === 'footnote' && inline.blocks.length > 0,
  );
  if (said.length === 0) return [];
  const items = said.map((footnote) =>
    element('li', { id: `footnote-${footnote.id}`, value: String(footnote.number) }, [
      ...htmlItem(footnote.blocks, true, setting),
      ' ',
      element(
        'a',
        {
          href: `#reference-${footnote.id}`,
          role: 'doc-backlink',
          'aria-label': setting.labels['back-to-text'],
        },
        '↩',
      ),
    ]),
  );
  return [
    element(
      'section',
      { class: 'footnotes', role: 'doc-endnotes', 'aria-label': setting.labels.footnotes },
      element('ol', {}, items),
    ),
  ];
}

function htmlImage(
  { image, text, title }: Extract<SetInline, { type: 'image' }>,
  { images, labels }: HtmlSetting,
): HtmlNode {
  const base64 = images.get(image);
  if (base64 === undefined) {
    const why = labels['image-missing'] ?? '';
    return element('span', { class: 'no-image' }, text === '' ? why : `${why}: ${text}`);
  }
  const type = image.endsWith('.jpg') ? 'jpeg' : image.slice(image.lastIndexOf('.') + 1);
  const alt = text || (labels['image-without-words'] ?? '');
  return element('img', { src: `data:image/${type};base64,${base64}`, alt, title });
}

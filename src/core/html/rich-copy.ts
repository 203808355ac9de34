import { describe } from '../annotation';
import { composeBriefing, type SetBlock, type SetInline } from '../briefing';
import { sourceWords } from '../briefing-parts';
import type { Span } from '../highlight';
import { plainText } from '../markdown';
import type { Annotation, Note } from '../schema';
import { defaultChoices } from '../vocabulary';
import { htmlBlocks, htmlFootnotes, noPassages } from './blocks';
import { element, type HtmlNode, serialize } from './element';

/** The same words for programs that take formatted text, and for those that do not. */
export interface RichCopy {
  readonly html: string;
  readonly text: string;
}

/** The number that the selection has among the passages of its briefing. */
const SELECTION = 1;

/**
 * A note, or a passage of it, to be pasted elsewhere: without annotations, made from the tree as the exports are.
 * @param span of the note's plain text; null: all of it, with its title and source before it
 * @param labels the layouts' own words
 */
export function richCopy(note: Note, span: Span | null, labels: Record<string, string>): RichCopy {
  const plain = plainText(note.text);
  const annotations = span ? [selectionOf(plain, span)] : [];
  const choices = { ...defaultChoices, annotations: span ? 'margin' : 'none' } as const;
  const { briefing, images } = composeBriefing({ ...note, annotations }, choices, labels);
  const [set] = briefing.notes;
  const all = set?.blocks ?? [];
  const blocks = span ? onlyBetween(all, SELECTION) : all;
  const source = set ? [sourceWords(set.source), set.source.addressShown].filter((part) => part !== '') : [];
  const head: HtmlNode[] = span
    ? []
    : [
        ...(note.title === '' ? [] : [element('h1', {}, note.title)]),
        ...(source.length === 0 ? [] : [element('p', {}, source.join(', '))]),
      ];
  const setting = { headingOffset: span ? 0 : 1, labels, images, passages: noPassages };
  const body = element(
    'div',
    { lang: note.language },
    head,
    htmlBlocks(blocks, setting),
    htmlFootnotes(blocks, setting),
  );
  const words = span
    ? plain.slice(span.start, span.end).trim()
    : [note.title, source.join(', '), plain].filter((part) => part !== '').join('\n\n');
  return { html: serialize(body), text: words };
}

/** The composer marks passages of annotations: the selection is one while it is cut out. */
const selectionOf = (plain: string, { start, end }: Span): Annotation => ({
  id: 'selection',
  kind: 'remark',
  target: describe(plain, start, end),
  state: 'exact',
  comment: '',
  author: '',
  created: '1970-01-01T00:00:00.000Z',
  updated: '1970-01-01T00:00:00.000Z',
  resolved: null,
  replies: [],
});

/** The blocks as far as they lie in the passage with this number; what it does not touch is not there. */
function onlyBetween(blocks: readonly SetBlock[], number: number): SetBlock[] {
  let inside = false;
  const inlines = (list: readonly SetInline[]): SetInline[] =>
    list.flatMap((inline, index): SetInline[] => {
      if (inline.type === 'begin' || inline.type === 'end') {
        if (inline.number === number) inside = inline.type === 'begin';
        return [];
      }
      if ('children' in inline) {
        const children = inlines(inline.children);
        return children.length === 0 ? [] : [{ ...inline, children }];
      }
      // The ends of a passage stand before an image that it ends with.
      const before = list[index - 1];
      const isLast = inline.type === 'image' && before?.type === 'end' && before.number === number;
      return inside || isLast ? [inline] : [];
    });
  const within = (list: readonly SetBlock[]): SetBlock[] => list.flatMap(block);
  const block = (each: SetBlock): SetBlock[] => {
    switch (each.type) {
      case 'heading':
      case 'paragraph':
      case 'code': {
        const children = inlines(each.children);
        return children.length === 0 ? [] : [{ ...each, children }];
      }
      case 'quote': {
        const inner = within(each.blocks);
        return inner.length === 0 ? [] : [{ ...each, blocks: inner }];
      }
      case 'list': {
        const items = each.items.map((item) => ({ ...item, blocks: within(item.blocks) }));
        const first = items.findIndex((item) => item.blocks.length > 0);
        const kept = items.filter((item) => item.blocks.length > 0);
        return first < 0 ? [] : [{ ...each, first: each.first + first, items: kept }];
      }
      case 'table': {
        const header = each.header.map(inlines);
        const rows = each.rows.map((row) => row.map(inlines));
        const isIn = (row: readonly (readonly SetInline[])[]): boolean => row.some((cell) => cell.length > 0);
        const kept = rows.filter(isIn);
        return isIn(header) || kept.length > 0 ? [{ ...each, header, rows: kept }] : [];
      }
      case 'rule':
        return inside ? [each] : [];
    }
  };
  return within(blocks);
}

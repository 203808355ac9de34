import { memo, type ReactNode, useMemo } from 'react';
import { embeddedImage } from '../../../core/address';
import type { Block, Document, Inline, TableCell } from '../../../core/document';
import { t } from '../../../shared/text';
import { FootnoteReference, Footnotes } from './Footnotes';
import { Marked, type MarkedSpan } from './Marked';
import { useSpansByBlock } from './useSpansByBlock';

const NONE: readonly MarkedSpan[] = [];

/**
 * A document as page elements, made from the tree and never from markup: whatever a note holds, only these elements come out.
 * Each run of words carries its offset in the plain text (`data-start`).
 */
export const DocumentView = memo(function DocumentView({
  document,
  spans,
  until,
}: {
  document: Document;
  spans: readonly MarkedSpan[];
  /** So many of its blocks are drawn; left out: all. */
  until?: number;
}) {
  const parts = useSpansByBlock(document, spans);
  // Made once: of those that are there already nothing is looked at when more are drawn.
  const drawn = useMemo(
    () =>
      document.blocks.map((block, index) => (
        <BlockView key={index} block={block} spans={parts[index] ?? NONE} />
      )),
    [document, parts],
  );
  return until === undefined || until >= drawn.length ? drawn : drawn.slice(0, until);
});

/** The tree is drawn anew as a whole: its nodes have no identity but their place. */
const blocks = (list: readonly Block[], spans: readonly MarkedSpan[]): ReactNode =>
  list.map((block, index) => <BlockView key={index} block={block} spans={spans} />);

const BlockView = memo(function BlockView({ block, spans }: { block: Block; spans: readonly MarkedSpan[] }) {
  switch (block.type) {
    case 'heading':
      return <Heading level={block.level}>{inlines(block.children, spans)}</Heading>;
    case 'paragraph':
      return <p dir="auto">{inlines(block.children, spans)}</p>;
    case 'quote':
      return <blockquote>{blocks(block.blocks, spans)}</blockquote>;
    case 'list': {
      const items = block.items.map(({ checked, blocks: content }, index) => (
        <li key={index} className={checked === null ? '' : 'task'}>
          {checked !== null && (
            <span
              role="img"
              className={`task-box ${checked ? 'checked' : ''}`}
              aria-label={t(checked ? 'window.task-done' : 'window.task-open')}
            />
          )}
          {blocks(content, spans)}
        </li>
      ));
      const look = block.tight ? 'tight' : '';
      return block.ordered ? (
        <ol start={block.first} className={look}>
          {items}
        </ol>
      ) : (
        <ul className={look}>{items}</ul>
      );
    }
    case 'code':
      return (
        <pre>
          <code>
            <Marked leaf={block} spans={spans} />
          </code>
        </pre>
      );
    case 'table': {
      const cell = (content: TableCell, column: number, Tag: 'th' | 'td'): ReactNode => (
        <Tag
          key={column}
          style={{ textAlign: block.align[column] ?? undefined }}
          {...(Tag === 'th' && { scope: 'col' })}
        >
          {inlines(content.children, spans)}
        </Tag>
      );
      return (
        <div className="table-frame">
          <table>
            <thead>
              <tr>{block.header.map((content, column) => cell(content, column, 'th'))}</tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>{row.map((content, column) => cell(content, column, 'td'))}</tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    }
    case 'rule':
      return <hr />;
    case 'footnotes':
      return (
        <Footnotes
          items={block.items.map(({ number, blocks: said }) => ({ number, said: blocks(said, spans) }))}
        />
      );
  }
});

/** The note's own headings stand below its title. */
function Heading({ level, children }: { level: number; children: ReactNode }) {
  const Tag = `h${Math.min(level + 1, 6)}` as 'h2';
  return (
    <Tag dir="auto" className={`heading-${level}`}>
      {children}
    </Tag>
  );
}

const inlines = (list: readonly Inline[], spans: readonly MarkedSpan[]): ReactNode =>
  list.map((inline, index) => <InlineView key={index} inline={inline} spans={spans} />);

function InlineView({ inline, spans }: { inline: Inline; spans: readonly MarkedSpan[] }): ReactNode {
  switch (inline.type) {
    case 'text':
      return <Marked leaf={inline} spans={spans} />;
    case 'code':
      return (
        <code>
          <Marked leaf={inline} spans={spans} />
        </code>
      );
    case 'break':
      return <br />;
    case 'footnote':
      return <FootnoteReference number={inline.number} />;
    case 'strong':
      return <strong>{inlines(inline.children, spans)}</strong>;
    case 'emphasis':
      return <em>{inlines(inline.children, spans)}</em>;
    case 'strikethrough':
      return <s>{inlines(inline.children, spans)}</s>;
    case 'link':
      if (inline.address === null) return inlines(inline.children, spans);
      return (
        <a href={inline.address} title={inline.title || inline.address} target="_blank" rel="noreferrer">
          {inlines(inline.children, spans)}
        </a>
      );
    case 'image': {
      const image = embeddedImage(inline.address);
      return (
        <span className="figure">
          {image && <img src={`data:image/${image.format};base64,${image.base64}`} alt={inline.text} />}
          <span className={image ? 'caption' : 'no-image'}>
            {!image && <span className="no-image-mark">{t('window.image')}</span>}
            <Marked leaf={inline} spans={spans} />
          </span>
        </span>
      );
    }
  }
}

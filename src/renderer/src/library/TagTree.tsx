import { ChevronDown, ChevronRight, PencilLine, Trash2 } from 'lucide-react';
import { type KeyboardEvent, memo, useRef, useState } from 'react';
import type { TagNode } from '../../../core/tag-counts';
import { sameTag } from '../../../core/tags';
import { t } from '../../../shared/text';
import { exportTagItem } from '../exporting-notes';
import { getWindow } from '../store';
import { askForName, askToRemove } from '../tag-changes';
import type { MenuItem } from '../ui/MenuList';
import { spotOf, useContextMenu } from '../ui/useContextMenu';

interface TagTreeProps {
  readonly nodes: readonly TagNode[];
  readonly chosen: string | null;
  readonly onChoose: (tag: string) => void;
}

interface Row {
  readonly node: TagNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
}

/** The tags, after the tree pattern of the ARIA Authoring Practices: one stop for Tab, arrows inside. */
export const TagTree = memo(function TagTree({ nodes, chosen, onChoose }: TagTreeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const { menu, openMenu } = useContextMenu();
  if (nodes.length === 0) return null;

  const rows = visibleRows(nodes, closed, 1);
  const stop =
    rows.find(({ node }) => node.tag === focused) ?? rows.find(({ node }) => node.tag === chosen) ?? rows[0];

  const toggle = (tag: string, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(tag);
    else next.add(tag);
    setClosed(next);
  };
  const focus = (row: Row | undefined): void => {
    if (!row) return;
    setFocused(row.node.tag);
    tree.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(row.node.tag)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: Row): void => {
    const at = rows.indexOf(row);
    const { tag, children } = row.node;
    const isOpen = children.length > 0 && !closed.has(tag);
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(rows[at + 1]),
      ArrowUp: () => focus(rows[at - 1]),
      Home: () => focus(rows[0]),
      End: () => focus(rows.at(-1)),
      ArrowRight: () => (isOpen ? focus(rows[at + 1]) : toggle(tag, true)),
      ArrowLeft: () =>
        isOpen ? toggle(tag, false) : focus(rows.slice(0, at).findLast(({ level }) => level < row.level)),
      Enter: () => onChoose(tag),
      ' ': () => onChoose(tag),
      F2: () => askForName(tag),
      Delete: () => askToRemove(tag),
    };
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  };

  return (
    <>
      <div role="tree" aria-label={t('window.tags')} ref={tree} className="tag-tree">
        {rows.map((row) => {
          const { tag, name, count, children } = row.node;
          const isOpen = children.length > 0 && !closed.has(tag);
          return (
            <div
              key={tag}
              role="treeitem"
              data-tag={tag}
              aria-label={tag}
              aria-description={t('window.notes', { count })}
              aria-level={row.level}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-selected={chosen !== null && sameTag(chosen, tag)}
              {...(children.length > 0 && { 'aria-expanded': isOpen })}
              tabIndex={row === stop ? 0 : -1}
              className="entry"
              style={{ paddingInlineStart: 6 + (row.level - 1) * 18 }}
              title={tag}
              onClick={() => onChoose(tag)}
              onKeyDown={(event) => onKeyDown(event, row)}
              onFocus={() => setFocused(tag)}
              onContextMenu={(event) => openMenu(spotOf(event), tag, [{ items: tagItems(tag) }])}
            >
              <span
                className="twist"
                aria-hidden
                onClick={(event) => {
                  if (children.length === 0) return;
                  event.stopPropagation();
                  toggle(tag, !isOpen);
                }}
              >
                {children.length > 0 && (isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />)}
              </span>
              <span>{name}</span>
              <span className="count">{count}</span>
            </div>
          );
        })}
      </div>
      {menu}
    </>
  );
});

function tagItems(tag: string): MenuItem[] {
  if (getWindow().readOnly) return [exportTagItem(tag)];
  const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return [
    exportTagItem(tag),
    {
      name: t('window.rename-tag-item'),
      icon: <PencilLine {...look} />,
      shortcut: 'F2',
      run: () => askForName(tag),
    },
    { name: t('window.remove-tag-item'), icon: <Trash2 {...look} />, run: () => askToRemove(tag) },
  ];
}

function visibleRows(nodes: readonly TagNode[], closed: ReadonlySet<string>, level: number): Row[] {
  return nodes.flatMap((node, index) => [
    { node, level, position: index + 1, siblings: nodes.length },
    ...(closed.has(node.tag) ? [] : visibleRows(node.children, closed, level + 1)),
  ]);
}

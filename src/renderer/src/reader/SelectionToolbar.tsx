import { Highlighter, type LucideIcon, Quote, Search, Tag } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { KINDS } from '../../../core/vocabulary';
import type { CommandId } from '../../../shared/commands';
import { t } from '../../../shared/text';
import { annotate } from '../annotating';
import { copyAsQuotation, findSelection, tagFromSelection } from '../selecting';
import { useFixed, useWindow } from '../store';
import { KindIcon, kindName } from '../ui/kinds';
import { titleWithShortcut } from '../ui/shortcut';

const GAP = 8;

/** What else can be done with a selected passage; `key`: pressed alone in the text. */
const MORE = [
  {
    id: 'highlight-without-comment',
    icon: Highlighter,
    run: () => void annotate('remark', 'done'),
    key: 'H',
  },
  { id: 'copy-as-quotation', icon: Quote, run: () => void copyAsQuotation() },
  { id: 'tag-from-selection', icon: Tag, run: tagFromSelection },
  { id: 'find-selection', icon: Search, run: findSelection },
] as const satisfies readonly {
  id: CommandId;
  icon: LucideIcon;
  run: () => void;
  key?: string;
}[];

/** The five kinds and what else can be done, offered beside the selected passage. */
export function SelectionToolbar({ root }: { root: RefObject<HTMLElement | null> }) {
  const selection = useWindow((state) => state.selection);
  const fixed = useFixed(useWindow((state) => state.open));
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);

  useLayoutEffect(() => {
    const origin = root.current?.offsetParent?.getBoundingClientRect();
    const range = window.getSelection()?.rangeCount ? window.getSelection()?.getRangeAt(0) : null;
    if (!selection || !range || !origin || !bar.current) return setPlace(null);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
    const [first, last] = [lines[0], lines.at(-1)];
    const sight = root.current?.closest('.note-scroll')?.getBoundingClientRect();
    if (!first || !last || !sight) return setPlace(null);
    const size = bar.current.getBoundingClientRect();
    const above = first.top - size.height - GAP;
    const top = above > sight.top ? above : Math.min(last.bottom + GAP, sight.bottom - size.height - GAP);
    // Over the text, not over the cards beside it.
    const right = Math.min(root.current?.getBoundingClientRect().right ?? sight.right, sight.right - GAP);
    const left = Math.max(Math.min(first.left, right - size.width), sight.left + GAP);
    setPlace({ left: left - origin.left, top: top - origin.top });
  }, [root, selection]);

  if (!selection || fixed) return null;
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('window.annotate-selection')}
      className="selection-toolbar"
      style={place ?? { visibility: 'hidden' }}
      // The selection stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={moveInToolbar}
    >
      {KINDS.map((kind, index) => (
        <button
          key={kind}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          title={titleWithShortcut(kindName(kind), `annotate-${kind}`)}
          aria-label={kindName(kind)}
          onClick={() => void annotate(kind)}
        >
          <KindIcon kind={kind} size={15} />
          <span>{kindName(kind)}</span>
        </button>
      ))}
      <span className="selection-parting" aria-hidden />
      {MORE.map(({ id, icon: Icon, run, ...more }) => (
        <button
          key={id}
          type="button"
          tabIndex={-1}
          title={
            !('key' in more)
              ? titleWithShortcut(t(`window.${id}`), id)
              : t('window.shortcut', { name: t(`window.${id}`), keys: more.key })
          }
          aria-label={t(`window.${id}`)}
          onClick={run}
        >
          <Icon size={15} strokeWidth={1.75} aria-hidden />
        </button>
      ))}
    </div>
  );
}

function moveInToolbar(event: KeyboardEvent<HTMLDivElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}

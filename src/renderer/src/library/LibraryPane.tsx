import { Archive, FileInput, Library, type LucideIcon, Pin, Settings, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PLACES } from '../../../core/list/place';
import type { TagNode } from '../../../core/tag-counts';
import { t } from '../../../shared/text';
import { goTo } from '../actions';
import { focusButtonOf } from '../focus';
import { importFiles } from '../importing';
import { setWindow, useWindow } from '../store';
import { TagTree } from './TagTree';
import './library.css';

const ENTRIES: readonly { type: (typeof PLACES)[number]; icon: LucideIcon }[] = [
  { type: 'all', icon: Library },
  { type: 'pinned', icon: Pin },
  { type: 'archive', icon: Archive },
  { type: 'trash', icon: Trash2 },
];

const NO_TAGS: readonly TagNode[] = [];

const goToTag = (tag: string): void => void goTo({ type: 'tag', tag });

/** The left pane: where the list's notes come from. */
export function LibraryPane() {
  const place = useWindow((state) => state.place);
  const whole = useWindow((state) => state.whole);
  const readOnly = useWindow((state) => state.readOnly);
  const counts = useWindow((state) => state.counts);
  const tree = useWindow((state) => state.tags);
  const shown = useWindow((state) => state.panes.library);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown) pane.current?.querySelector('button')?.focus();
  }, [shown]);
  return (
    <nav
      ref={pane}
      className={`library ${shown ? 'shown' : ''}`}
      aria-label={t('window.library')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !shown) return;
        setWindow(({ panes }) => ({ panes: { ...panes, library: false } }));
        focusButtonOf('library');
      }}
    >
      <ul>
        {ENTRIES.map(({ type, icon: Icon }) => (
          <li key={type}>
            <button
              type="button"
              className="entry"
              aria-label={t(`window.place.${type}`)}
              aria-description={t('window.notes', { count: counts[type] })}
              aria-current={place.type === type ? 'page' : undefined}
              onClick={() => void goTo({ type })}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden />
              <span>{t(`window.place.${type}`)}</span>
              <span className="count">
                {whole && counts[type] > 0 && type !== 'trash' ? counts[type] : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {whole && tree.length > 0 && <h2>{t('window.tags')}</h2>}
      <TagTree
        nodes={whole ? tree : NO_TAGS}
        chosen={place.type === 'tag' ? place.tag : null}
        onChoose={goToTag}
      />
      <div className="library-foot">
        <button type="button" className="entry" disabled={readOnly} onClick={() => void importFiles()}>
          <FileInput size={16} strokeWidth={1.75} aria-hidden />
          <span>{t('window.import')}</span>
        </button>
        <button type="button" className="entry" onClick={() => setWindow({ dialog: 'settings' })}>
          <Settings size={16} strokeWidth={1.75} aria-hidden />
          <span>{t('window.settings')}</span>
        </button>
      </div>
    </nav>
  );
}

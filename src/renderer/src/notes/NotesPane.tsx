import { Menu, Plus, Search, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import { newNote, openNote, search } from '../actions';
import { call } from '../api';
import { setWindow, useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { titleWithShortcut } from '../ui/shortcut';
import { NoteList } from './NoteList';
import { SortMenu } from './SortMenu';
import { TrashLine } from './TrashLine';
import './notes.css';
import { ReadingProgress } from './ReadingProgress';

/** The middle pane: search and the list of notes. */
export function NotesPane() {
  const list = useWindow((state) => state.list);
  const place = useWindow((state) => state.place);
  const found = useWindow((state) => state.found);
  const readOnly = useWindow((state) => state.readOnly);
  const query = useWindow((state) => state.query);
  const { rows } = list;
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const focus = (): void => field.current?.select();
    window.addEventListener('find-in-library', focus);
    return () => window.removeEventListener('find-in-library', focus);
  }, []);

  return (
    <section className="notes" aria-label={t('window.notes-pane')}>
      <div className="notes-bar">
        <IconButton
          className="library-button"
          label={t('window.show-library')}
          icon={<Menu size={17} aria-hidden />}
          onClick={() => setWindow(({ panes }) => ({ panes: { ...panes, library: !panes.library } }))}
        />
        <div className="search">
          <Search size={16} strokeWidth={1.75} aria-hidden />
          <input
            ref={field}
            type="search"
            aria-label={t('window.search-notes')}
            placeholder={t('window.search-notes')}
            value={query}
            spellCheck={false}
            onFocus={() => void call('library.search-soon', {})}
            onChange={(event) => void search(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') void search('');
              if (event.key === 'Enter' && rows[0]) void openNote(rows[0].id);
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                document.querySelector<HTMLElement>('[role=listbox] [role=option][tabindex="0"]')?.focus();
              }
            }}
          />
          {query !== '' && (
            <IconButton
              className="small"
              label={t('window.clear-search')}
              icon={<X size={14} aria-hidden />}
              onClick={() => {
                void search('');
                field.current?.focus();
              }}
            />
          )}
        </div>
        <SortMenu />
        <IconButton
          look="primary"
          label={t('window.new-note')}
          title={titleWithShortcut(t('window.new-note'), 'new-note')}
          disabled={readOnly}
          icon={<Plus size={18} strokeWidth={1.75} aria-hidden />}
          onClick={() => void newNote()}
        />
      </div>
      {place.type === 'trash' && <TrashLine />}
      <ReadingProgress />
      <div role="status" className="unseen">
        {found ? t('window.found', { count: rows.length }) : ''}
      </div>
      {rows.length === 0 ? (
        <p className="nothing">{t(emptyText(place.type, query))}</p>
      ) : (
        <NoteList list={list} />
      )}
    </section>
  );
}

function emptyText(place: string, query: string): string {
  if (query.trim() !== '') return 'window.nothing-found';
  return `window.nothing-in.${place}`;
}

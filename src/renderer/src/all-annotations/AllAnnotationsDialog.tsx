import { Search } from 'lucide-react';
import { useState } from 'react';
import type { AnnotationFilter } from '../../../core/annotation-list';
import { t } from '../../../shared/text';
import { openNote } from '../actions';
import { showAnnotation } from '../annotating';
import { setWindow, useWindow } from '../store';
import { Dialog } from '../ui/Dialog';
import { AnnotationList } from './AnnotationList';
import { Filters } from './Filters';
import { useAnnotationList } from './useAnnotationList';
import './all-annotations.css';

const EVERYTHING: AnnotationFilter = {
  note: null,
  kinds: [],
  state: 'any',
  author: null,
  tag: null,
  query: '',
  order: 'newest',
};

/** The annotations of the whole library, or of the open note: each leads to its passage. */
export function AllAnnotationsDialog() {
  const [filter, setFilter] = useState(EVERYTHING);
  const open = useWindow((state) => state.open);
  const list = useAnnotationList(filter);
  const close = (): void => setWindow({ dialog: null });
  const show = async (note: string, annotation: string): Promise<void> => {
    close();
    const shown = await openNote(note);
    if (shown?.id === note) showAnnotation(annotation);
  };
  return (
    <Dialog title={t('annotations.title')} onClose={close} className="all-annotations">
      <div className="all-annotations-search">
        <Search size={16} strokeWidth={1.75} aria-hidden />
        <input
          data-first
          type="search"
          aria-label={t('annotations.search')}
          placeholder={t('annotations.search')}
          value={filter.query}
          maxLength={1000}
          spellCheck={false}
          onChange={(event) => setFilter({ ...filter, query: event.target.value })}
        />
      </div>
      <Filters filter={filter} list={list} openNote={open} onChange={setFilter} />
      <p role="status" className="all-annotations-count">
        {list && t('annotations.found', { count: list.total })}
      </p>
      {list && (
        <AnnotationList
          list={list}
          inOneNote={filter.note !== null}
          onChoose={({ note, id }) => void show(note, id)}
        />
      )}
    </Dialog>
  );
}

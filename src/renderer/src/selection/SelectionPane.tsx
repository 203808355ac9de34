import { FileOutput, FileStack, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { t } from '../../../shared/text';
import { exportChosen } from '../exporting-notes';
import { moveItems } from '../move-items';
import { chosenNotes } from '../moving';
import { endSelection } from '../select-notes';
import { useWindow } from '../store';
import { Button } from '../ui/Button';
import { SelectionTags } from './SelectionTags';
import './selection.css';

/** What can be done with the notes that are selected together; it stands where the open note would. */
export function SelectionPane() {
  const selected = useWindow((state) => state.selected);
  const list = useWindow((state) => state.list);
  const save = useWindow((state) => state.save);
  const readOnly = useWindow((state) => state.readOnly);
  // The rows may have changed without the list having others.
  const notes = useMemo(() => (list ? chosenNotes({ selected, open: null }) : []), [selected, list]);
  const title = t('window.selected', { count: selected.size });
  useEffect(() => {
    document.title = t('window.window-title', { title });
  }, [title]);
  return (
    <main
      className="note selection"
      aria-label={t('window.note')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) void endSelection();
      }}
    >
      <div className="note-bar">
        <span role="status" className={`save-state ${save}`}>
          {t(`window.save.${save}`)}
        </span>
        <span className="space" />
        <Button icon={<X size={16} aria-hidden />} onClick={() => void endSelection()}>
          {t('window.end-selection')}
        </Button>
      </div>
      <div className="selection-page">
        <FileStack size={36} strokeWidth={1.25} aria-hidden />
        <h1 aria-live="polite">{title}</h1>
        <p>{t('window.select-hint')}</p>
        <div className="selection-actions">
          {notes.some(({ trashed }) => trashed === null) && (
            <Button
              look="primary"
              icon={<FileOutput size={16} strokeWidth={1.75} aria-hidden />}
              onClick={exportChosen}
            >
              {t('window.export')}
            </Button>
          )}
          {moveItems(notes).map(({ name, icon, run }) => (
            <Button key={name} icon={icon} onClick={run}>
              {name}
            </Button>
          ))}
        </div>
        {!readOnly && notes.some(({ trashed }) => trashed === null) && <SelectionTags notes={notes} />}
      </div>
    </main>
  );
}

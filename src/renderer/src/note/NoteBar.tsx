import {
  ClipboardType,
  Ellipsis,
  FileOutput,
  History,
  MessageSquarePlus,
  MessagesSquare,
  PencilLine,
  RotateCcw,
  SlidersHorizontal,
  Trash2,
} from 'lucide-react';
import type { Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { editOrDone } from '../editing';
import { exportChosen } from '../exporting-notes';
import { showHistory } from '../history';
import { importAnnotations } from '../importing-annotations';
import { moveItems } from '../move-items';
import { restore, trash } from '../moving';
import { copyAsRichText } from '../selecting';
import { setWindow, useWindow } from '../store';
import { Button, IconButton } from '../ui/Button';
import { Menu } from '../ui/Menu';
import type { MenuGroup } from '../ui/MenuList';
import { titleWithShortcut } from '../ui/shortcut';

/** What can be done with the open note, and whether it is saved. */
export function NoteBar({ note }: { note: Note }) {
  const mode = useWindow((state) => state.mode);
  const save = useWindow((state) => state.save);
  const readOnly = useWindow((state) => state.readOnly);
  const editName = t(mode === 'editing' ? 'window.done' : 'window.edit');
  return (
    <div className="note-bar">
      {!readOnly && (
        <span role="status" className={`save-state ${save}`}>
          {t(`window.save.${save}`)}
        </span>
      )}
      <span className="space" />
      <IconButton
        className="margin-button"
        label={t('window.show-annotations')}
        icon={<MessagesSquare size={17} strokeWidth={1.75} aria-hidden />}
        onClick={() => setWindow(({ panes }) => ({ panes: { ...panes, margin: !panes.margin } }))}
      />
      {readOnly ? (
        !note.trashed && <ExportButton />
      ) : note.trashed ? (
        <>
          <Button icon={<RotateCcw size={16} aria-hidden />} onClick={() => void restore()}>
            {t('window.restore')}
          </Button>
          <Button icon={<Trash2 size={16} aria-hidden />} onClick={() => void trash()}>
            {t('window.delete-for-ever')}
          </Button>
        </>
      ) : (
        <>
          <Button
            icon={<PencilLine size={16} strokeWidth={1.75} aria-hidden />}
            title={titleWithShortcut(editName, 'edit-or-done')}
            onClick={() => void editOrDone()}
          >
            {editName}
          </Button>
          <ExportButton />
          <Menu
            label={t('window.more')}
            icon={<Ellipsis size={18} aria-hidden />}
            groups={() => moreGroups(note)}
          />
        </>
      )}
    </div>
  );
}

function ExportButton() {
  return (
    <Button
      look="primary"
      icon={<FileOutput size={16} strokeWidth={1.75} aria-hidden />}
      title={titleWithShortcut(t('window.export'), 'export')}
      onClick={exportChosen}
    >
      {t('window.export')}
    </Button>
  );
}

function moreGroups(note: Note): MenuGroup[] {
  const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const details = {
    name: t('window.details'),
    icon: <SlidersHorizontal {...look} />,
    run: () => setWindow({ dialog: 'details' }),
  };
  const annotations = {
    name: t('window.import-annotations'),
    icon: <MessageSquarePlus {...look} />,
    run: () => void importAnnotations(),
  };
  const copy = {
    name: t('window.copy-as-rich-text'),
    icon: <ClipboardType {...look} />,
    run: () => void copyAsRichText(),
  };
  const history = {
    name: t('window.history'),
    icon: <History {...look} />,
    run: () => void showHistory(note.id),
  };
  return [{ items: [details, history, annotations, copy, ...moveItems([note])] }];
}

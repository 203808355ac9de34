import { useState } from 'react';
import { t } from '../../../shared/text';
import { setWindow, useWindow } from '../store';
import { renameTag } from '../tag-changes';
import { notesWithTag } from '../tag-suggestions';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/fields';

/** Asks for the new name of a tag. */
export function RenameTagDialog({ tag }: { tag: string }) {
  const [name, setName] = useState(tag);
  const count = useWindow((state) => notesWithTag(state.knownTags, tag));
  const close = (): void => setWindow({ dialog: null });
  return (
    <Dialog title={t('window.rename-tag')} onClose={close} className="small-dialog">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (renameTag(tag, name)) close();
        }}
      >
        <div className="dialog-body">
          <TextField
            label={t('window.new-name')}
            hint={t('window.rename-tag-hint', { count })}
            value={name}
            maxLength={120}
            onChange={setName}
          />
        </div>
        <footer className="dialog-foot">
          <Button onClick={close}>{t('window.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('window.rename')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

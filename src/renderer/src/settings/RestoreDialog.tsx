import { FolderPlus, Replace } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../shared/text';
import { restoreHere, restoreNew } from '../backups';
import { setWindow, useWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice } from '../ui/fields';
import './settings.css';

const WAYS = ['new', 'here'] as const;
const PICTURES = { new: FolderPlus, here: Replace } as const;

/** Asks how a backup is to be restored. */
export function RestoreDialog() {
  const readOnly = useWindow((state) => state.readOnly);
  const working = useWindow((state) => state.working !== null);
  const [way, setWay] = useState<(typeof WAYS)[number]>('new');
  const close = (): void => setWindow({ dialog: null });
  const start = async (): Promise<void> => {
    const isDone = await (way === 'new' ? restoreNew() : restoreHere());
    if (isDone) close();
  };
  return (
    <Dialog title={t('window.restoring.title')} onClose={close} className="restore-dialog">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!working) void start();
        }}
      >
        <div className="dialog-body">
          <Choice
            label={t('window.restoring.how')}
            look="cards"
            value={way}
            options={WAYS.filter((value) => value === 'new' || !readOnly).map((value) => {
              const Picture = PICTURES[value];
              return {
                value,
                name: t(`window.restoring.ways.${value}.name`),
                hint: t(`window.restoring.ways.${value}.hint`),
                picture: <Picture size={20} strokeWidth={1.5} aria-hidden />,
              };
            })}
            onChange={setWay}
          />
        </div>
        <footer className="dialog-foot">
          <Button onClick={close}>{t('window.cancel')}</Button>
          <Button look="primary" type="submit" disabled={working}>
            {t('window.restoring.choose')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

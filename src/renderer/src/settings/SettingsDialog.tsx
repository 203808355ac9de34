import { useState } from 'react';
import { THEMES } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { changeSettings } from '../actions';
import { setWindow, useWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, TextField } from '../ui/fields';
import { BackupSettings } from './BackupSettings';
import './settings.css';

/** The name that signs annotations, and how the window looks. */
export function SettingsDialog() {
  const settings = useWindow((state) => state.settings);
  const [author, setAuthor] = useState(settings.author);
  const leave = (dialog: 'restore' | null): void => {
    if (author !== settings.author) void changeSettings({ author: author.trim() });
    setWindow({ dialog });
  };
  const close = (): void => leave(null);
  return (
    <Dialog title={t('window.settings')} onClose={close} className="settings-dialog">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          close();
        }}
      >
        <div className="dialog-body">
          <TextField
            label={t('window.your-name')}
            hint={t('window.your-name-hint')}
            value={author}
            maxLength={200}
            onChange={setAuthor}
          />
          <Choice
            label={t('window.appearance')}
            value={settings.theme}
            options={THEMES.map((value) => ({ value, name: t(`window.themes.${value}`) }))}
            onChange={(theme) => void changeSettings({ theme })}
          />
          <BackupSettings onRestore={() => leave('restore')} />
        </div>
        <footer className="dialog-foot">
          <Button look="primary" type="submit">
            {t('window.done')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

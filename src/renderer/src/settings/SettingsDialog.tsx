import { useState } from 'react';
import { THEMES } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { changeSettings } from '../actions';
import { setWindow, useWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, TextField } from '../ui/fields';

/** The name that signs annotations, and how the window looks. */
export function SettingsDialog() {
  const settings = useWindow((state) => state.settings);
  const [author, setAuthor] = useState(settings.author);
  const close = (): void => {
    if (author !== settings.author) void changeSettings({ author: author.trim() });
    setWindow({ dialog: null });
  };
  return (
    <Dialog title={t('window.settings')} onClose={close} className="small-dialog">
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

import { useState } from 'react';
import { failureText, t } from '../../../shared/text';
import { unlock } from '../importing';
import { type LockedFile, setWindow } from '../store';
import { Button } from '../ui/Button';
import { Check } from '../ui/Check';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/fields';

/** Asks for the password of each protected file, one after another; what is passed over is not imported. */
export function UnlockDialog({ locked }: { locked: readonly LockedFile[] }) {
  const [first, ...others] = locked;
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  if (!first) return null;

  /** The dialog stays for the next file. */
  const next = (): void => {
    setPassword('');
    setProblem('');
    setWindow(others.length > 0 ? { dialog: 'unlock', locked: others } : { dialog: null, locked: [] });
  };
  const open = async (): Promise<void> => {
    setBusy(true);
    const failure = await unlock(first, password);
    setBusy(false);
    if (failure === null) next();
    else setProblem(failureText(failure));
  };
  return (
    <Dialog
      title={t('window.unlock')}
      onClose={() => setWindow({ dialog: null, locked: [] })}
      className="small-dialog"
    >
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '' && !isBusy) void open();
        }}
      >
        <div className="dialog-body">
          <p>{t('window.unlock-text', { file: first.file })}</p>
          <TextField
            label={t('window.unlock-password')}
            type={isShown ? 'text' : 'password'}
            value={password}
            maxLength={1000}
            {...(problem !== '' && { problem })}
            onChange={(typed) => {
              setPassword(typed);
              setProblem('');
            }}
          />
          <Check label={t('export.show-typed')} checked={isShown} onChange={setShown} />
        </div>
        <footer className="dialog-foot">
          <Button onClick={next}>{t('window.cancel')}</Button>
          <Button look="primary" type="submit" disabled={password === '' || isBusy}>
            {t('window.import')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

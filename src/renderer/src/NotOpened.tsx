import { useState } from 'react';
import { failureText, t } from '../../shared/text';
import { openLibrary } from './opening';
import { useWindow } from './store';
import { Button } from './ui/Button';

/** In the place of a library that cannot be opened: why, and another try. Nothing while it is being opened. */
export function NotOpened() {
  const failure = useWindow((state) => state.failure);
  const [trying, setTrying] = useState(false);
  if (!failure) return null;
  const tryAgain = async (): Promise<void> => {
    setTrying(true);
    await openLibrary();
    setTrying(false);
  };
  return (
    <main className="broken">
      <h1>{t('window.not-opened.title')}</h1>
      <p role="alert">{failureText(failure)}</p>
      <Button look="primary" disabled={trying} onClick={() => void tryAgain()}>
        {t('window.not-opened.again')}
      </Button>
    </main>
  );
}

import { useEffect, useState } from 'react';
import { t } from '../../../shared/text';
import { listen } from '../api';
import { cancelImport, IMPORT_TASK } from '../importing';
import { Button } from '../ui/Button';
import { TaskProgress } from '../ui/TaskProgress';

/** An import that is over sooner than this, in milliseconds, needs no progress. */
const SOON = 300;

/** How far the import is. Nothing while files are still being chosen. */
export function ImportProgress() {
  const [begun, setBegun] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(
    () =>
      listen('progress', ({ task }) => {
        if (task === IMPORT_TASK) setBegun(true);
      }),
    [],
  );
  useEffect(() => {
    if (!begun) return;
    const timer = window.setTimeout(() => setShown(true), SOON);
    return () => window.clearTimeout(timer);
  }, [begun]);
  if (!shown) return null;
  return (
    <div className="message">
      <TaskProgress task={IMPORT_TASK} label="importing" />
      <Button look="plain" onClick={cancelImport}>
        {t('window.cancel')}
      </Button>
    </div>
  );
}

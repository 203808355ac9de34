import { useEffect, useState } from 'react';
import type { Progress } from '../../../shared/contract';
import { t } from '../../../shared/text';
import { listenToProgress } from '../tasks';
import { Button } from '../ui/Button';
import { TaskProgress } from '../ui/TaskProgress';

/** Work that is over sooner than this, in milliseconds, needs no progress. */
const SOON = 300;

interface LongWorkProps {
  readonly task: string;
  readonly label: Progress['label'];
  readonly onCancel: () => void;
}

/** How far long work is. Nothing before it says so itself: files may still be chosen, and most work is not long. */
export function LongWork({ task, label, onCancel }: LongWorkProps) {
  const [begun, setBegun] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => listenToProgress(task, () => setBegun(true)), [task]);
  useEffect(() => {
    if (!begun) return;
    const timer = window.setTimeout(() => setShown(true), SOON);
    return () => window.clearTimeout(timer);
  }, [begun]);
  if (!shown) return null;
  return (
    <div className="message">
      <TaskProgress task={task} label={label} />
      <Button look="plain" onClick={onCancel}>
        {t('window.cancel')}
      </Button>
    </div>
  );
}

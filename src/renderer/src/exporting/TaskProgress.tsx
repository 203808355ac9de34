import { useEffect, useState } from 'react';
import type { Progress } from '../../../shared/contract';
import { t } from '../../../shared/text';
import { listen } from '../api';

/** What runs, and how far it is. */
export function TaskProgress({ task }: { task: string }) {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(
    () =>
      listen('progress', (now) => {
        if (now.task === task) setProgress(now);
      }),
    [task],
  );
  const name = t(`window.task.${progress?.label ?? 'typesetting'}`);
  return (
    <span className="task-progress">
      <progress aria-label={name} {...(progress?.done != null && { value: progress.done })} />
      <span>{name}</span>
    </span>
  );
}

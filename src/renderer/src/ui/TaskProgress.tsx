import { useEffect, useState } from 'react';
import type { Progress } from '../../../shared/contract';
import { t } from '../../../shared/text';
import { listenToProgress } from '../tasks';
import './task-progress.css';

interface TaskProgressProps {
  readonly task: string;
  /** What it is called until it says so itself. */
  readonly label: Progress['label'];
}

/** What runs, and how far it is. */
export function TaskProgress({ task, label }: TaskProgressProps) {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => listenToProgress(task, setProgress), [task]);
  const { count } = progress ?? {};
  const name = t(`window.task.${progress?.label ?? label}`, count === undefined ? {} : { count });
  return (
    <span className="task-progress">
      <progress aria-label={name} {...(progress?.done != null && { value: progress.done })} />
      <span>{name}</span>
    </span>
  );
}

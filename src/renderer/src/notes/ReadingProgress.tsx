import { useEffect, useState } from 'react';
import { listen } from '../api';
import { useWindow } from '../store';
import { TaskProgress } from '../ui/TaskProgress';

/** The task that reads all notes of a library without an index. */
const TASK = 'reading';

/** How many notes are read, while the list is not yet that of the whole library. Those that are there can be used meanwhile. */
export function ReadingProgress() {
  const whole = useWindow((state) => state.whole);
  const [begun, setBegun] = useState(false);
  useEffect(
    () =>
      listen('progress', ({ task }) => {
        if (task === TASK) setBegun(true);
      }),
    [],
  );
  return (
    <div className="reading-progress" hidden={whole || !begun}>
      <TaskProgress task={TASK} label={TASK} />
    </div>
  );
}

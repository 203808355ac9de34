/**
 * Backs up a library, or puts one backup after another in its place, until it is killed.
 * Arguments: `backup`, the library's folder, the folder for backups; or `restore`, the library's folder, backups to be restored in turn.
 */
import { writeSync } from 'node:fs';
import { createBackups } from '../../src/store/backup/backups';

const [what, library = '', ...others] = process.argv.slice(2);
const work = { signal: new AbortController().signal, progress: () => undefined };
const backups = createBackups({ library, app: '0.0.0' });

writeSync(1, 'ready\n');
for (let turn = 0; ; turn += 1) {
  const other = others[turn % others.length] ?? '';
  const done =
    what === 'backup'
      ? await backups.backUp({ ...work, to: other, inTurn: (task) => task() })
      : await backups.restoreHere({
          ...work,
          from: other,
          backup: { folder: null, daily: true },
          since: Date.now(),
        });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  writeSync(1, `${turn}\n`);
}

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { makeLibrary } from '../lib/make-library.mjs';
import { buildWorker } from './kills.mjs';

/** Of which Node itself holds some twenty; it opens the program's own files side by side, too. */
const FILES = 30;

test.skipIf(process.platform === 'win32')(
  'a library without an index opens whole where hardly any file may be open at a time, and changes of many notes are saved',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'briefing-desk-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const data = join(folder, 'data');
    makeLibrary({ folder: data, notes: 600 });
    const worker = await buildWorker(join(folder, 'worker'));
    const command = `ulimit -n ${FILES}; exec "$0" "$@"`;
    const child = spawn('sh', ['-c', command, process.execPath, worker, data, folder, '1']);
    onTestFinished(() => void child.kill('SIGKILL'));
    let acknowledged = 0;
    for await (const line of createInterface(child.stdout)) {
      const said = JSON.parse(line);
      expect(said).not.toHaveProperty('failed');
      if (said.opened) {
        expect(said.opened.ids).toHaveLength(600);
        child.stdin.write('go\n');
      }
      if (said.done) acknowledged += 1;
      if (acknowledged === 5) break;
    }
    expect(acknowledged).toBe(5);
  },
);

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLog } from './log';

it('writes lines and errors into the data folder', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'log-'));
  const log = openLog(data);
  log.info('started');
  log.error(new Error('a mistake'));
  const written = (): string => readFileSync(path.join(data, 'logs', 'main.log'), 'utf8');
  await vi.waitFor(() => expect(written()).toMatch(/started.*a mistake/s));
  rmSync(data, { recursive: true });
});

import { readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures';
import { makeOrdinaryUser, type OrdinaryUser } from './launch/ordinary-user';

const isRoot = process.getuid?.() === 0;
/** "Filter" in proc(5): the process may only make the system calls that a filter lets through. */
const filtered = '2';

test.skip(process.platform !== 'linux', 'the way in which the sandbox is looked at is that of Linux');

let user: OrdinaryUser | undefined;
test.beforeAll(async () => {
  if (isRoot) user = await makeOrdinaryUser();
});
test.afterAll(() => user?.remove());

test("the app runs for an ordinary user, inside Chromium's sandbox", async ({ launch }) => {
  const { app, page } = await launch(user ? { how: user.how, dataDir: path.join(user.home, 'data') } : {});

  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  expect(await app.evaluate(() => process.getuid?.())).not.toBe(0);
  expect(await app.evaluate(() => process.argv)).not.toContain('--no-sandbox');
  const renderer = await rendererOf(app);
  expect(statusOf(renderer, 'Seccomp')).toBe(filtered);
  // Only root may look at the namespaces of a process in the sandbox.
  if (isRoot) expect(namespaceOf(renderer, 'pid')).not.toBe(namespaceOf(app.process().pid, 'pid'));
});

async function rendererOf(app: ElectronApplication): Promise<number | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId());
}

function statusOf(pid: number | undefined, field: string): string | undefined {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s*(.*)$`, 'm'));
  return line?.[1];
}

function namespaceOf(pid: number | undefined, kind: string): string {
  return readlinkSync(`/proc/${pid}/ns/${kind}`);
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures';

const cli = path.join(import.meta.dirname, '../out/main/cli.cjs');
const article = path.join(import.meta.dirname, '../fixtures/vologda-trade/input.txt');

/** The built program, as it is called from a shell. */
function briefing(...args: string[]): {
  child: ChildProcess;
  ended: Promise<{ code: number; said: string }>;
} {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes) => {
    said += String(bytes);
  });
  const ended = new Promise<{ code: number; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code: code ?? -1, said })),
  );
  return { child, ended };
}

/** The processes that a process started. */
function childrenOf(pid: number | undefined): number[] {
  try {
    return execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
      .map(Number);
  } catch {
    return [];
  }
}

/** One that has ended meanwhile has ended. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
  }
}

test.describe('the command line sets pages in a process of its own', () => {
  test('which ends with it', async ({ dataDir }) => {
    const file = path.join(dataDir, '..', 'article.pdf');
    const { child, ended } = briefing('export', article, '--to', file);
    await expect.poll(() => childrenOf(child.pid).length, { intervals: [5] }).toBeGreaterThan(0);
    const [process] = childrenOf(child.pid);
    expect((await ended).code).toBe(0);
    expect(readFileSync(file).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await expect.poll(() => existsSync(`/proc/${process}`)).toBe(false);
  });

  test('and says so where that process is ended', async ({ dataDir }) => {
    const file = path.join(dataDir, '..', 'article.pdf');
    const { child, ended } = briefing('export', article, '--to', file);
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    // One that has nothing to do yet is started anew.
    const end = (): boolean => {
      childrenOf(child.pid).forEach(kill);
      return isOver;
    };
    await expect.poll(end, { intervals: [5], timeout: 40_000 }).toBe(true);
    const { code, said } = await ended;
    expect(code).toBe(1);
    expect(said).toContain('The pages could not be set, and nothing was written: the typesetter ended');
    expect(existsSync(file)).toBe(false);
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE, shell } from '../test-shell';

describe('import', () => {
  it('prints id, title and warnings, and goes on after a file that fails', async () => {
    const { briefing, cwd } = await shell();
    await mkdir(path.join(cwd, 'folder'));
    await writeFile(path.join(cwd, 'folder', 'empty.txt'), '');
    await writeFile(
      path.join(cwd, 'folder', 'binary.txt'),
      new Uint8Array(2000).map((_, i) => (i * 37) % 256),
    );
    await writeFile(path.join(cwd, 'folder', 'title.md'), '# A\ttitle\n\nText');
    const { code, out, err } = await briefing('import', 'folder', ARTICLE, 'gone.txt', '--empty');
    expect(code).toBe(1);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(1)),
    ).toEqual(
      expect.arrayContaining([
        ['A title', ''],
        [
          'Belarus’ trade and economic cooperation with Russia’s Vologda Oblast is vibrant',
          expect.stringMatching(/^4 paragraphs.*2025/),
        ],
      ]),
    );
    expect(err.trimEnd().split('\n')).toHaveLength(3);
    expect(err).toMatch(/“gone\.txt” was not found/);
    expect(err).not.toContain(cwd);
  });
});

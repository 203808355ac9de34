import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { shell, TITLE } from '../test-shell';

describe('a note is named', () => {
  it('by its id, the beginning of it, or its title', async () => {
    const { briefing } = await shell();
    const id = (await briefing('list')).out.slice(0, 20);
    // As it is typed, with plain spaces, too.
    for (const name of [id, id.slice(0, 8), TITLE, TITLE.replaceAll('\u00a0', ' ')]) {
      expect((await briefing('show', name, '--json')).out).toContain(`"id": "${id}"`);
    }
    expect(await briefing('show', 'Elsewhere')).toMatchObject({ code: 1, out: '' });
  });

  it('and if several fit, they are named', async () => {
    const { briefing, cwd } = await shell();
    for (const name of ['a.md', 'b.md']) await writeFile(path.join(cwd, name), '# Same\n\nText');
    await briefing('import', 'a.md', 'b.md', '--empty');
    const { code, err } = await briefing('show', 'Same');
    expect(code).toBe(1);
    expect(err).toMatch(/^2 notes fit “Same”.*[0-9a-z]{20}, [0-9a-z]{20}\.\n$/);
  });

  it('and comes out as Markdown that goes in again', async () => {
    const { briefing, cwd } = await shell();
    await briefing('annotate', TITLE, '--quote', 'rose 21%', '--kind', 'key-fact', '--comment', 'Check');
    const { out } = await briefing('show', TITLE);
    await writeFile(path.join(cwd, 'again.md'), out);
    const other = await (await shell()).briefing('import', path.join(cwd, 'again.md'), '--empty');
    expect(other).toMatchObject({ code: 0, err: '' });
    expect(out).toContain(other.out.slice(0, 20));
  });
});

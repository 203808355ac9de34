import { describe, expect, it } from 'vitest';
import { shell, TITLE } from '../test-shell';

describe('tag', () => {
  it('adds, removes and prints what is left', async () => {
    const { briefing } = await shell();
    const added = await briefing('tag', TITLE, '+trade/exports', '+region/Vologda Oblast', '+x');
    expect(added.out).toBe('region/Vologda Oblast\ntrade/exports\nx\n');
    expect((await briefing('tag', TITLE, '-x', '-trade')).out).toBe('region/Vologda Oblast\n');
    await briefing('tag', TITLE, '+h');
    expect((await briefing('tag', TITLE, '-h')).out).toBe('region/Vologda Oblast\n');
    expect(await briefing('tag', TITLE, '+ ')).toMatchObject({ code: 1, out: '' });
  });
});

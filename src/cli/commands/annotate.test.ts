import { describe, expect, it } from 'vitest';
import { plainText } from '../../core/markdown';
import { shell, TITLE } from '../test-shell';

describe('annotate', () => {
  it('finds the quote, whatever its white space', async () => {
    const { briefing } = await shell();
    const made = await briefing(
      'annotate',
      TITLE,
      '--quote',
      'exports to\n the   Russian region rose',
      '--kind',
      'risk',
    );
    expect(made.out).toMatch(/^[0-9a-z]{20}\n$/);
    const note = JSON.parse((await briefing('show', TITLE, '--json')).out);
    expect(note.annotations).toMatchObject([
      { kind: 'risk', target: [{}, { exact: 'exports to the Russian region rose' }] },
    ]);
  });

  it('asks which one where the quote stands more than once', async () => {
    const { briefing } = await shell();
    const annotate = (...nth: string[]) =>
      briefing('annotate', TITLE, '--quote', 'Vologda Oblast', '--kind', 'remark', ...nth);
    expect(await annotate()).toMatchObject({ code: 1, err: expect.stringContaining('6 times') });
    expect(await annotate('--nth', '7')).toMatchObject({ code: 1, err: expect.stringContaining('6') });
    expect(await annotate('--nth', '2')).toMatchObject({ code: 0 });
    const note = JSON.parse((await briefing('show', TITLE, '--json')).out);
    expect(note.annotations[0].target[0].start).toBe(
      plainText(note.text).split('Vologda Oblast', 2).join('Vologda Oblast').length,
    );
    expect(await briefing('annotate', TITLE, '--quote', 'not in it', '--kind', 'risk')).toMatchObject({
      code: 1,
    });
    const long = await briefing(
      'annotate',
      TITLE,
      '--quote',
      'rose 21%',
      '--kind',
      'risk',
      '--comment',
      'x'.repeat(100_001),
    );
    expect(long).toMatchObject({ code: 1, err: expect.stringContaining('100001') });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameFor } from './file-name';

describe('a file name', () => {
  it.each([
    ['Belarus–Vologda Oblast: trade up 8 %', 'Belarus–Vologda Oblast trade up 8 %.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['CON', 'note CON.pdf'],
    ['', 'note.pdf'],
    ['...', 'note.pdf'],
    ['a\u202eb\u0000c', 'a b c.pdf'],
  ])('%j → %j', (title, name) => {
    expect(fileNameFor(title, 'pdf')).toBe(name);
  });

  it('can be used everywhere, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = fileNameFor(title, 'pdf');
        expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[. ]/u);
        expect(name).toMatch(/[^. ]\.pdf$/);
        expect(new TextEncoder().encode(name).length).toBeLessThan(200);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { preparePassword } from './pdf-password';

describe('the password of a PDF', () => {
  it('is the same letters, whatever keyboard they come from', () => {
    expect(preparePassword('Ru\u0308be\u00a0\u00ad№\u200b')).toEqual({ ok: true, value: 'Rübe No' });
    expect(preparePassword('Пароль 1')).toEqual({ ok: true, value: 'Пароль 1' });
  });

  it.each(['', '\u200b', 'a\nb', 'a\0', '\ud800'])('is something that can be typed: %j', (typed) => {
    expect(preparePassword(typed)).toMatchObject({ ok: false, error: { code: 'password-unusable' } });
  });

  it('is no longer than what is compared', () => {
    expect(preparePassword('я'.repeat(63)).ok).toBe(true);
    expect(preparePassword('я'.repeat(64))).toMatchObject({
      ok: false,
      error: { code: 'password-too-long', details: { max: 127 } },
    });
  });
});

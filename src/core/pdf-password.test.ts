import { describe, expect, it } from 'vitest';
import { preparePassword } from './pdf-password';

describe('the password of a PDF', () => {
  it('is the same letters, however a keyboard puts them together', () => {
    expect(preparePassword('Ru\u0308be')).toEqual({ ok: true, value: 'Rübe' });
    expect(preparePassword('Пароль 1')).toEqual({ ok: true, value: 'Пароль 1' });
  });

  it.each(['', 'a\u200b', 'a\nb', 'a\0', '\ud800', '№ 7', 'a\u00a0b', 'ﬁ'])(
    'has no sign that programs take differently: %j',
    (typed) => {
      expect(preparePassword(typed)).toMatchObject({ ok: false, error: { code: 'password-unusable' } });
    },
  );

  it('is no longer than what is compared', () => {
    expect(preparePassword('я'.repeat(63)).ok).toBe(true);
    expect(preparePassword('я'.repeat(64))).toMatchObject({
      ok: false,
      error: { code: 'password-too-long', details: { max: 127 } },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fail, ok } from '../core/result';
import { packed, unpacked } from './bridge';

describe('what crosses the bridge', () => {
  it('is the same on the other side, with whatever characters', () => {
    const reply = ok({ text: 'Ў “1½” \u2028 \ud83d\ude00 \ud800', list: [1, null, true], none: {} });
    expect(typeof packed(reply)).toBe('string');
    expect(unpacked(packed(reply))).toEqual(reply);
    expect(unpacked(packed(ok(null)))).toEqual(ok(null));
    expect(unpacked(packed(fail('bad-input')))).toEqual(fail('bad-input'));
  });

  it('crosses as it is where it has bytes', () => {
    const reply = ok({ pdf: new Uint8Array([37, 80, 68, 70]), pages: 1 });
    expect(packed(reply)).toBe(reply);
    expect(unpacked(packed(reply))).toBe(reply);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from './equal';

describe('isSame', () => {
  it('tells data that say something else', () => {
    expect(isSame({ a: [1, { b: 'c' }] }, { a: [1, { b: 'c' }] })).toBe(true);
    expect(isSame({ a: [1, { b: 'c' }] }, { a: [1, { b: 'd' }] })).toBe(false);
    expect(isSame([1, 2], [1])).toBe(false);
    expect(isSame([1], [1, 2])).toBe(false);
    expect(isSame({}, [])).toBe(false);
    expect(isSame({ a: null }, { a: {} })).toBe(false);
    expect(isSame({ a: 1 }, { b: 1 })).toBe(false);
  });

  it('takes a field that is undefined for one that is not there, on either side', () => {
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(isSame({ a: 1, b: undefined }, { a: 1, b: 2 })).toBe(false);
  });

  it('looks at what data have of their own', () => {
    expect(isSame({ toString: Object.prototype.toString }, {})).toBe(false);
    expect(isSame({}, JSON.parse('{"__proto__": {}}'))).toBe(false);
  });

  it('knows a copy of anything, and a copy with something more', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        expect(isSame(data, structuredClone(data))).toBe(true);
        expect(isSame(data, { ...structuredClone(data), [`${Object.keys(data).join()}+`]: 0 })).toBe(false);
      }),
    );
  });
});

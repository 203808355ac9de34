import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element, serialize } from './element';

describe('HTML from a tree', () => {
  it('has words as words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const html = serialize(element('p', { title: words }, words));
        expect(html.match(/</g)).toHaveLength(2);
        expect(html.match(/"/g)?.length).toBe(words === '' ? undefined : 2);
      }),
    );
  });

  it('ends what has no content, and keeps the first line feed of what is set as it stands', () => {
    expect(serialize(element('br'), element('img', { src: 'a', alt: '' }))).toBe('<br><img src="a" alt="">');
    expect(serialize(element('pre', {}, '\na'))).toBe('<pre>\n\na</pre>');
  });

  it('refuses a style that could end itself', () => {
    expect(() => serialize(element('style', {}, '</style><script>'))).toThrow();
  });

  it('leaves control characters out', () => {
    expect(serialize('a\0\u0007b\tc\r\nd')).toBe('ab\tc\nd');
  });
});

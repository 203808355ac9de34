import { describe, expect, it } from 'vitest';
import { embeddedImage, safeLink } from './address';

describe('an address', () => {
  it.each(['https://example.org/a', 'http://example.org/', 'mailto:a@example.org'])(
    'may be followed: %s',
    (address) => {
      expect(safeLink(address)).toBe(address);
    },
  );

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,a',
    'file:///etc/passwd',
    '//example.org',
    '/a',
    '#a',
    'desk://app/',
    '',
  ])('may not: %j', (address) => {
    expect(safeLink(address)).toBeNull();
  });
});

describe('an image', () => {
  it('is taken only from the note itself', () => {
    expect(embeddedImage('data:image/jpeg;base64,QUJD')).toEqual({ format: 'jpg', base64: 'QUJD' });
    for (const address of [
      'https://example.org/a.png',
      'data:image/svg+xml;base64,QUJD',
      'data:image/png,QUJD',
      'data:image/png;base64,QUJD<script>',
      'data:image/png;base64,',
    ]) {
      expect(embeddedImage(address)).toBeNull();
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakable, withSignsKept } from './long-words';

const shown = (text: string): string => text.replaceAll('\u200b', '|');

describe('breakable', () => {
  it('leaves words alone that are not long', () => {
    const text = 'Rechtsschutzversicherungsgesellschaften and https://example.org/a';
    expect(breakable(text, 'wide')).toBe(text);
  });

  it('lets addresses break after the signs that join their parts', () => {
    expect(shown(breakable('https://eng.belta.by/economics/view/report-2025?lang=en', 'wide'))).toBe(
      'https://|eng.|belta.|by/|economics/|view/|report-|2025?|lang=|en',
    );
  });

  it('lets long words break anywhere, sooner in narrow places', () => {
    expect(shown(breakable('x'.repeat(60), 'wide'))).toBe(
      Array.from({ length: 5 }, () => 'x'.repeat(14))
        .join('|')
        .slice(0, 64),
    );
    expect(shown(breakable('1234567890123', 'cell'))).toContain('|');
    expect(shown(breakable('1234567890123', 'narrow'))).not.toContain('|');
  });

  it('never parts a letter from its accents, and changes nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 200 }), (text) => {
        const broken = breakable(text, 'cell');
        expect(broken.replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
      }),
    );
    expect(breakable('e\u0301'.repeat(40), 'cell')).not.toMatch(/\u200b\u0301/);
  });
});

describe('withSignsKept', () => {
  it('keeps a number and its sign together', () => {
    expect(withSignsKept('up 8 %, at 20 °C for 5 days')).toBe('up 8\u202f%, at 20\u202f°C for 5 days');
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newNote } from '../../core/note';
import { readAnnotations } from './registry';

const context = (name: string) => ({ name, now: '2026-11-24T10:00:00.000Z' });
const codeOf = async (content: string | Uint8Array, name = 'a.json'): Promise<string> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const read = await readAnnotations(bytes, context(name));
  return read.ok ? 'ok' : read.error.code;
};
const row = (id: string, more: object = {}) => ({
  id,
  uri: 'http://a.example/',
  text: 'Yes',
  target: [],
  ...more,
});

describe('a file without annotations', () => {
  it.each([
    ['nothing', ''],
    ['plain text', 'Some words, “quoted” here.'],
    ['a note', JSON.stringify(newNote('0note0note', '2026-01-01T00:00:00.000Z'))],
    ['other JSON', '{"total": 3, "rows": [1, 2, 3]}'],
    ['an empty answer', '{"total": 0, "rows": []}'],
    ['half of a file', '{"total": 1, "rows": [{"id": "a", "uri": "http'],
    ['a page of the web', '<!doctype html><title>A</title><p>“He said so,” she said. (Laughter)</p><p>More'],
    ['what only names others', '{"type": "AnnotationCollection", "first": "http://a.example/1"}'],
    ['names of objects', '{"__proto__": {"rows": []}, "constructor": {"type": "Annotation"}}'],
  ])('is said to be none: %s', async (_, content) => {
    expect(await codeOf(content)).toBe('file-without-annotations');
  });

  it('may be no text at all', async () => {
    expect(await codeOf(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2]), 'a.pdf')).toBe(
      'file-without-annotations',
    );
    expect(await codeOf(readFileSync('docs/images/briefing-note.png'), 'a.png')).toBe(
      'file-without-annotations',
    );
  });
});

describe('a hostile file', () => {
  it('of more than 20 MB is refused without being read', async () => {
    expect(await codeOf(new Uint8Array(20_000_001).fill(0x20))).toBe('file-too-large');
  });

  it('of too many annotations is refused', async () => {
    const rows = Array.from({ length: 5001 }, (_, index) => row(`a${index}`));
    expect(await codeOf(JSON.stringify({ total: 5001, rows }))).toBe('annotations-too-many');
    expect(await codeOf(JSON.stringify({ total: 5000, rows: rows.slice(1) }))).toBe('ok');
  });

  it('that nests deep is none', async () => {
    expect(await codeOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe('file-without-annotations');
    const deep = (depth: number, inner: string, open: string, close: string): string =>
      open.repeat(depth) + inner + close.repeat(depth);
    const selector = deep(
      50_000,
      '{"type":"TextQuoteSelector","exact":"a"}',
      '{"type":"FragmentSelector","refinedBy":',
      '}',
    );
    const target = deep(50_000, `{"selector":${selector}}`, '{"type":"List","items":[', ']}');
    const body = deep(50_000, '"http://a.example/"', '{"type":"Choice","items":[', ']}');
    expect(await codeOf(`{"type":"Annotation","body":${body},"target":${target}}`)).toBe(
      'file-without-annotations',
    );
    const html = `<div>${'<b>'.repeat(200_000)}<span class="highlight">“a”</span>${'</i>'.repeat(200_000)}`;
    expect(await codeOf(html, 'a.html')).toBe('file-without-annotations');
  });

  it('of endless spaces, marks and brackets is read soon', async () => {
    const highlight = '<span class="highlight">“a”</span>';
    for (const filling of [
      ' ',
      '“',
      '(',
      '“x” (',
      '*',
      '&',
      '<a href="zotero://a">',
      '<br>',
      '\u00a0',
      '\ufdd0',
    ])
      await codeOf(`<p>${highlight}${filling.repeat(100_000)}</p>`, 'a.html');
    for (const filling of [' ', '*', '<a ', '<a data-hyp-mention ', '\n', '#', '['])
      await codeOf(JSON.stringify({ rows: [row('a', { text: filling.repeat(100_000) })] }));
  });

  it('keeps what a note can hold of it, and counts the rest', async () => {
    const rows = [
      row('a'),
      row('b', { text: 'x'.repeat(100_001) }),
      row('c', { text: '' }),
      7,
      row('d\0', { text: 'y\0' }),
    ];
    const read = await readAnnotations(new TextEncoder().encode(JSON.stringify({ rows })), context('a.json'));
    expect(read.ok && read.value.found.map(({ annotation }) => annotation.comment)).toEqual(['Yes', 'y\0']);
    expect(read.ok && read.value.unread).toBe(3);
  });
});

it('a guessed encoding is told', async () => {
  const bytes = Uint8Array.from(Buffer.from('3c703e3c7370616e20636c6173733d22686967686c69676874223e', 'hex'));
  const cyrillic = Uint8Array.from([
    0xdd, 0xea, 0xf1, 0xef, 0xee, 0xf0, 0xf2, 0x20, 0xe2, 0xfb, 0xf0, 0xee, 0xf1,
  ]);
  const read = await readAnnotations(new Uint8Array([...bytes, ...cyrillic]), context('a.html'));
  expect(read.ok && read.value.found[0]?.annotation.target[1].exact).toBe('Экспорт вырос');
  expect(read.ok && read.value.warnings[0]?.code).toBe('encoding-guessed');
});

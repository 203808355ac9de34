import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeBriefing } from '../../core/briefing';
import { fileNameFor } from '../../core/file-name';
import type { Note } from '../../core/schema';
import { defaultChoices } from '../../core/vocabulary';
import labels from '../../shared/locales/en/layouts.json';
import { annotatedNote } from '../test-note';
import { writeDraft } from './draft';

const PDF = new Uint8Array(Array.from({ length: 3000 }, (_, index) => (index * 7) % 256));

function draftOf(note: Note, marking = ''): string {
  const { briefing } = composeBriefing(note, { ...defaultChoices, marking }, labels);
  const attachment = { name: fileNameFor(note.title, 'pdf'), type: 'application/pdf', bytes: PDF };
  return Buffer.from(writeDraft(briefing, attachment)).toString('latin1');
}

interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly body: string;
}

function partOf(text: string): Part {
  const end = text.indexOf('\r\n\r\n');
  const fields = text
    .slice(0, end)
    .replace(/\r\n(?=[ \t])/g, '')
    .split('\r\n')
    .map((line): [string, string] => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]);
  return { fields: new Map(fields), body: text.slice(end + 4) };
}

function read(message: string): { head: Part; text: string; file: Part } {
  const head = partOf(message);
  const boundary = /boundary="([^"]+)"/.exec(head.fields.get('Content-Type') ?? '')?.[1] ?? '';
  const [, text = '', file = '', end] = head.body.split(`--${boundary}`);
  expect(end).toBe('--\r\n');
  return {
    head,
    text: Buffer.from(partOf(text.slice(2)).body, 'base64').toString('utf8'),
    file: partOf(file.slice(2)),
  };
}

/** Words as a mail program shows them (RFC 2047). */
const decodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) =>
      Buffer.from(base64, 'base64').toString('utf8'),
    );

/** A parameter as a mail program reads it (RFC 2231). */
function parameter(value: string, name: string): string {
  const plain = new RegExp(`[; ]${name}="([^"]*)"`).exec(value)?.[1];
  if (plain !== undefined) return plain;
  const encoded = [...value.matchAll(new RegExp(`[; ]${name}(?:\\*\\d+)?\\*=([^;]*)`, 'g'))].map(
    ([, part]) => part,
  );
  return decodeURIComponent(encoded.join('').replace(/^UTF-8''/, ''));
}

describe('a draft of an e-mail', () => {
  it('opens to be sent, to nobody yet, with the PDF', () => {
    const { head, text, file } = read(draftOf(annotatedNote(), 'OFFICIAL'));
    expect(head.fields.get('X-Unsent')).toBe('1');
    expect([...head.fields.keys()].filter((name) => /^(?:to|cc|bcc|from)$/i.test(name))).toEqual([]);
    expect(head.fields.get('MIME-Version')).toBe('1.0');
    expect(head.fields.get('Date')).toBe('Fri, 31 Jan 2025 00:00:00 +0000');
    expect(head.fields.get('Subject')).toBe('[OFFICIAL] Trade up, exports up');
    for (const words of [
      'OFFICIAL',
      'Trade up',
      'Source: BelTA, Minsk, 30 January 2025',
      'Purpose: To agree',
    ]) {
      expect(text).toContain(words);
    }
    expect(file.fields.get('Content-Type')).toMatch(/^application\/pdf;/);
    expect(file.fields.get('Content-Disposition')).toMatch(/^attachment;/);
    expect(Buffer.from(file.body, 'base64').equals(Buffer.from(PDF))).toBe(true);
  });

  it('says any title in its subject and its file name, in lines that every program takes', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(titles, titles, (title, purpose) => {
        const message = draftOf(annotatedNote({ title, details: { purpose } }));
        expect(message).toMatch(/^[\t\r\n\x20-\x7e]*$/);
        expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of message.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
        const { head, file } = read(message);
        const shown = title
          .toWellFormed()
          .replace(/[\s\p{Cc}]+/gu, ' ')
          .trim();
        expect(decodedWords(head.fields.get('Subject') ?? '')).toBe(title === '' ? labels.untitled : shown);
        const name = fileNameFor(title, 'pdf');
        expect(parameter(file.fields.get('Content-Disposition') ?? '', 'filename')).toBe(name);
        expect(parameter(file.fields.get('Content-Type') ?? '', 'name')).toBe(name);
      }),
    );
  });

  it('takes no field from a title', () => {
    const { head } = read(draftOf(annotatedNote({ title: 'a\r\nBcc: b@example.org\r\n\r\nc' })));
    expect(head.fields.has('Bcc')).toBe(false);
    expect(head.fields.get('Subject')).toBe('a Bcc: b@example.org c');
  });
});

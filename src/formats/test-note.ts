import { describe as describePassage } from '../core/annotation';
import { plainText } from '../core/markdown';
import { newNote } from '../core/note';
import type { Annotation, Note } from '../core/schema';
import type { Kind } from '../core/vocabulary';

const TEXT = [
  '# Trade',
  'Exports **to the region rose** 21%, [the agency](https://example.org/a) told.',
  '- One\n- Two\n    1. Inner',
  '> Quoted words',
  '| Year | Share |\n|---|--:|\n| 2024 | 21% |\n| 2023 | 8% |',
  '```\ncode\n```',
].join('\n\n');

function annotation(text: string, quote: string, kind: Kind, given: Partial<Annotation>): Annotation {
  const plain = plainText(text);
  const start = plain.indexOf(quote);
  if (start < 0) throw new Error(`no passage “${quote}”`);
  return {
    id: `annotation${String(start).padStart(4, '0')}`,
    kind,
    target: describePassage(plain, start, start + quote.length),
    state: 'exact',
    comment: '',
    author: 'Desk officer',
    created: '2025-01-31T08:30:00.000Z',
    updated: '2025-01-31T08:30:00.000Z',
    resolved: null,
    replies: [],
    ...given,
  };
}

/** A note with every kind of block, passages that overlap and cross blocks, and an annotation whose passage is gone. */
export function annotatedNote(given: Partial<Note> = {}): Note {
  const annotations = [
    annotation(TEXT, 'rose 21%, the agency', 'key-fact', { comment: 'Up by a **fifth**' }),
    annotation(TEXT, 'region rose', 'question', {
      comment: 'Since when?',
      resolved: '2025-02-01T08:00:00.000Z',
    }),
    annotation(TEXT, 'told.\nOne\nTwo', 'action', { comment: 'Ask', who: 'Trade unit', by: '12 February' }),
    annotation(TEXT, '2024', 'risk', {}),
    annotation(TEXT, 'Quoted', 'remark', { id: 'annotationlost', comment: 'Gone', state: 'orphan' }),
  ];
  return {
    ...newNote('00000000000000000001', '2025-01-31T08:00:00.000Z', {
      title: 'Trade up, exports up',
      text: TEXT,
      language: 'en',
      source: { agency: 'BelTA', place: 'Minsk', date: '2025-01-30', address: 'https://example.org/article' },
      details: {
        reference: 'MT-1',
        to: 'The Minister',
        for: 'decision',
        by: '12 February',
        purpose: 'To agree the line.',
      },
      tags: ['trade/exports'],
      annotations,
    }),
    ...given,
  };
}

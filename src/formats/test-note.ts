import { newNote } from '../core/note';
import { annotationOn } from '../core/samples';
import type { Note } from '../core/schema';

const TEXT = [
  '# Trade',
  'Exports **to the region rose** 21%, [the agency](https://example.org/a) told.',
  '- One\n- Two\n    1. Inner',
  '> Quoted words',
  '| Year | Share |\n|---|--:|\n| 2024 | 21% |\n| 2023 | 8% |',
  '```\ncode\n```',
].join('\n\n');

/** A note with every kind of block, passages that overlap and cross blocks, and an annotation whose passage is gone. */
export function annotatedNote(given: Partial<Note> = {}): Note {
  const annotations = [
    annotationOn(TEXT, 'rose 21%, the agency', 'key-fact', { comment: 'Up by a **fifth**' }),
    annotationOn(TEXT, 'region rose', 'question', {
      comment: 'Since when?',
      resolved: '2025-02-01T08:00:00.000Z',
    }),
    annotationOn(TEXT, 'told.\nOne\nTwo', 'action', { comment: 'Ask', who: 'Trade unit', by: '12 February' }),
    annotationOn(TEXT, '2024', 'risk', {}),
    annotationOn(TEXT, 'Quoted', 'remark', { id: 'annotationlost', comment: 'Gone', state: 'orphan' }),
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

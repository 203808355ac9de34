import { describe, expect, it } from 'vitest';
import { changedWords } from './changed-words';
import type { Piece } from './versions/compare-text';

const written = (pieces: readonly Piece[]): string =>
  pieces.map(({ is, text }) => (is === 'same' ? text : `[${text}]`)).join('');

const both = (before: string, now: string): string[] => {
  const words = changedWords(before, now);
  return [written(words.before), written(words.now)];
};

describe('changedWords', () => {
  it('shows a passage as it was and as it is, each with what only it has', () => {
    expect(both('Trade rose 21% in May.', 'Trade fell 21% in all of May.')).toEqual([
      'Trade [rose] 21% in May.',
      'Trade [fell] 21% in[ all of] May.',
    ]);
  });

  it('shortens what stayed the same, between words, and leaves what stands beside a change', () => {
    const long = 'and nothing else was said about it in the whole of the long report of the ministry';
    expect(both(`${long} on trade rose ${long}`, `${long} on trade fell ${long}`)).toEqual([
      '… the ministry on trade [rose] and nothing else was …',
      '… the ministry on trade [fell] and nothing else was …',
    ]);
    expect(both(`One ${long} two`, `Some ${long} few`)).toEqual([
      '[One] and nothing else was … report of the ministry [two]',
      '[Some] and nothing else was … report of the ministry [few]',
    ]);
  });

  it('keeps what is too short to be shortened', () => {
    expect(both('One of the things there', 'One of the thoughts there')).toEqual([
      'One of the [things] there',
      'One of the [thoughts] there',
    ]);
    expect(both('a', 'b')).toEqual(['[a]', '[b]']);
  });
});

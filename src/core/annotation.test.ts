import { expect, describe as group, it } from 'vitest';
import { carryAnchors, describe, fitAnchors } from './annotation';
import type { Annotation } from './schema';

const AT = '2026-01-01T00:00:00.000Z';
const TEXT = 'Exports rose 21 % in the year. Imports fell in the same time, the chairman said.';
const on = (text: string, words: string): Annotation => {
  const start = text.indexOf(words);
  return {
    ...{ id: '0ann0000', kind: 'risk', state: 'exact', comment: '', author: '' },
    ...{ created: AT, updated: AT, resolved: null, replies: [] },
    target: describe(text, start, start + words.length),
  } as Annotation;
};

group('annotations of a text that was edited', () => {
  it('stay on their words', () => {
    const after = `In short: ${TEXT}`;
    const [annotation] = carryAnchors([on(TEXT, 'Imports fell')], TEXT, after);
    expect(annotation).toMatchObject({ state: 'exact' });
    expect(annotation?.target).toEqual(describe(after, 41, 53));
  });

  it('keep what their words were once those changed, and forget it when they are back', () => {
    const after = TEXT.replace('Imports fell', 'Imports slowly fell');
    const [changed] = carryAnchors([on(TEXT, 'Imports fell in the same time')], TEXT, after);
    expect(changed).toMatchObject({ state: 'changed', quoted: 'Imports fell in the same time' });
    const [back] = changed ? carryAnchors([changed], after, TEXT) : [];
    expect(back).toMatchObject({ state: 'exact' });
    expect(back).not.toHaveProperty('quoted');
  });

  it('are orphans while their words are gone, never dropped', () => {
    const without = 'Exports rose 21 % in the year.';
    const [orphan] = carryAnchors([on(TEXT, 'Imports fell in the same time')], TEXT, without);
    expect(orphan).toMatchObject({
      state: 'orphan',
      target: on(TEXT, 'Imports fell in the same time').target,
    });
    const [back] = orphan ? carryAnchors([orphan], without, TEXT) : [];
    expect(back?.target[1].exact).toBe('Imports fell in the same time');
    expect(back?.state).not.toBe('orphan');
  });

  it('are orphans also where their words are deleted letter by letter, and whole again when that is undone', () => {
    const words = 'Imports fell in the same time';
    const [head = '', tail = ''] = TEXT.split(words);
    const texts = Array.from(words, (_, nth) => head + words.slice(0, words.length - nth) + tail);
    texts.push(head + tail, `${head}Prices did not${tail}`);
    const through = (all: readonly string[], from: Annotation[]): Annotation[] =>
      all.reduce((now, text, nth) => carryAnchors(now, all[nth - 1] ?? text, text), from);
    const lost = through(texts, [on(TEXT, words)]);
    expect(lost).toMatchObject([{ state: 'orphan', quoted: words }]);
    expect(through(texts.reverse(), lost)).toEqual([on(TEXT, words)]);
  });

  it('are the same where the text is', () => {
    const annotations = [on(TEXT, 'rose')];
    expect(carryAnchors(annotations, TEXT, TEXT)).toEqual(annotations);
  });
});

group('annotations that came with a text', () => {
  it('stay as they are where they fit, whatever their state', () => {
    const annotations = [on(TEXT, 'rose'), { ...on(TEXT, 'fell'), state: 'moved' } as const];
    expect(fitAnchors(annotations, TEXT)).toEqual(annotations);
  });

  it('are looked for where they do not', () => {
    const [found] = fitAnchors([on(TEXT, 'Imports fell')], `New words before it. ${TEXT}`);
    expect(found?.target[0]).toMatchObject({ start: 52, end: 64 });
    const [gone] = fitAnchors([on(TEXT, 'Imports fell')], 'Something else altogether.');
    expect(gone).toMatchObject({ state: 'orphan', target: on(TEXT, 'Imports fell').target });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryAnchors, describe as describePassage } from '../../core/annotation';
import { withImported } from '../../core/import-annotations';
import { plainText } from '../../core/markdown';
import { newNote } from '../../core/note';
import { makeAnnotation } from '../../core/samples';
import type { Annotation, Note } from '../../core/schema';
import { arbitraryNote } from '../arbitrary-note';
import { readAnnotations, writeAnnotations } from './registry';

const context = { name: 'a.jsonld', now: '2026-11-24T10:00:00.000Z' };

async function read(bytes: Uint8Array): Promise<readonly Annotation[]> {
  const result = await readAnnotations(bytes, context);
  return result.ok ? result.value.found.map(({ annotation }) => annotation) : [];
}

const readJson = (value: unknown): Promise<readonly Annotation[]> =>
  read(new TextEncoder().encode(JSON.stringify(value)));

describe('out and in', () => {
  it('is the identity, whatever a note holds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNote, async (note) => {
        expect(await read(writeAnnotations(note))).toEqual(note.annotations);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings the annotations back to their passages in a note that has lost them', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNote, async (note) => {
        const whole = note.annotations.filter(
          ({ state, quoted }) => state === 'exact' && quoted === undefined,
        );
        const bare: Note = { ...note, annotations: [] };
        const back = withImported(bare, await read(writeAnnotations({ ...note, annotations: whole })));
        const byId = (a: Annotation, b: Annotation): number => (a.id < b.id ? -1 : 1);
        expect([...back].sort(byId)).toEqual([...whole].sort(byId));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a note whose text was edited', () => {
  it('has the same annotations again in every state, where they are taken out and brought back', async () => {
    const edited = fc.record({
      text: fc
        .array(fc.lorem({ maxCount: 12 }), { minLength: 2, maxLength: 6 })
        .map((list) => list.join(' ')),
      passages: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 8, max: 60 })), { minLength: 1, maxLength: 4 }),
      cut: fc.tuple(fc.nat(), fc.integer({ min: 1, max: 50 }), fc.constantFrom('', 'Other words. ', 'x')),
    });
    await fc.assert(
      fc.asyncProperty(edited, async ({ text, passages, cut: [from, length, typed] }) => {
        const at = from % text.length;
        const after = (text.slice(0, at) + typed + text.slice(at + length)).trim();
        const all = passages.map(([start, size], nth) =>
          makeAnnotation({
            ...{ id: `0annotation${nth}`, created: context.now, updated: context.now, state: 'exact' },
            target: describePassage(text, start % text.length, (start % text.length) + size),
          }),
        );
        const note = newNote('0note0note', context.now, { text: after });
        const annotations = carryAnchors(all, text, plainText(after));
        const back = withImported(note, await read(writeAnnotations({ ...note, annotations })));
        const byId = (a: Annotation, b: Annotation): number => (a.id < b.id ? -1 : 1);
        expect([...back].sort(byId)).toEqual([...annotations].sort(byId));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is written', () => {
  it('is what the model asks for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryNote, async (note) => {
        const collection = JSON.parse(new TextDecoder().decode(writeAnnotations(note)));
        expect(collection).toMatchObject({
          '@context': 'http://www.w3.org/ns/anno.jsonld',
          id: expect.stringMatching(IRI),
          type: 'AnnotationCollection',
          label: expect.any(String),
          total: note.annotations.length + note.annotations.flatMap(({ replies }) => replies).length,
          first: {
            id: expect.stringMatching(IRI),
            type: 'AnnotationPage',
            partOf: collection.id,
            startIndex: 0,
          },
          last: collection.first.id,
        });
        const ids = collection.first.items.map(({ id }: { id: string }) => id);
        expect(new Set(ids).size).toBe(collection.total);
        for (const item of collection.first.items) {
          if (item.motivation === 'replying') expectReply(item, ids);
          else expectAnnotation(item);
        }
      }),
    );
  });

  it('is about the article where it was published, else about the note', () => {
    const sourceIn = (address?: string): unknown => {
      const note = newNote('0note0note', context.now, { source: address === undefined ? {} : { address } });
      const annotated = { ...note, annotations: [annotation] };
      return JSON.parse(new TextDecoder().decode(writeAnnotations(annotated))).first.items[0].target.source;
    };
    expect(sourceIn('https://example.org/a')).toBe('https://example.org/a');
    expect(sourceIn('no address')).toBe('urn:briefing-desk:note:0note0note');
    expect(sourceIn()).toBe('urn:briefing-desk:note:0note0note');
  });
});

const IRI = /^[a-z][a-z0-9+.-]*:\S+$/;

const annotation = makeAnnotation({ id: '0annotation0', created: context.now, updated: context.now });

/** The rules of the model that an annotation of one text with textual bodies has to follow (sections 3.1, 3.2.4, 3.3, 4.2). */
function expectAnnotation(item: Record<string, unknown>): void {
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect(item).toMatchObject({
    id: expect.stringMatching(IRI),
    type: 'Annotation',
    motivation: expect.stringMatching(/^(?:commenting|highlighting)$/),
    created: moment,
    modified: moment,
    target: {
      type: 'SpecificResource',
      source: expect.stringMatching(IRI),
      selector: [
        { type: 'TextPositionSelector', start: expect.any(Number), end: expect.any(Number) },
        { type: 'TextQuoteSelector', exact: expect.any(String) },
      ],
    },
  });
  for (const body of item.body as Record<string, unknown>[]) {
    expect(body).toMatchObject({ type: 'TextualBody', value: expect.any(String) });
    expect(['commenting', 'classifying']).toContain(body.purpose);
  }
  // Terms that the model's context does not define are IRIs, or JSON-LD would drop them.
  const terms = ['id', 'type', 'motivation', 'creator', 'created', 'modified', 'body', 'target'];
  for (const key of Object.keys(item)) if (!terms.includes(key)) expect(key).toMatch(IRI);
}

/** An annotation of another one of the file, with one textual body. */
function expectReply(item: Record<string, unknown>, ids: readonly string[]): void {
  expect(item).toMatchObject({
    id: expect.stringMatching(IRI),
    type: 'Annotation',
    body: [{ type: 'TextualBody', value: expect.any(String), format: 'text/markdown', purpose: 'replying' }],
  });
  expect(ids).toContain(item.target);
}

describe('what others write', () => {
  const words = (exact: string) => ({
    source: 'http://a.example/',
    selector: { type: 'TextQuoteSelector', exact },
  });

  it('may be one annotation, a list, a page, a graph, or a collection of several pages', async () => {
    const one = { type: 'Annotation', id: 'http://a.example/1', bodyValue: 'Yes', target: words('text') };
    const two = { ...one, id: 'http://a.example/2' };
    const page = { type: 'AnnotationPage', items: [one], next: { type: 'AnnotationPage', items: [two] } };
    expect(await readJson(one)).toHaveLength(1);
    expect(await readJson([one, two])).toHaveLength(2);
    expect(await readJson(page)).toHaveLength(2);
    expect(await readJson({ '@graph': [one, two] })).toHaveLength(2);
    expect(await readJson({ type: ['AnnotationCollection', 'BasicContainer'], first: page })).toHaveLength(2);
    expect(await readJson({ type: 'AnnotationCollection', first: 'http://a.example/page1' })).toHaveLength(0);
  });

  it('with several passages becomes several annotations, each known again', async () => {
    const several = {
      type: 'Annotation',
      bodyValue: 'Both',
      target: [words('one'), 'http://b.example/', words('two')],
    };
    const read = await readJson(several);
    expect(read.map(({ target }) => target[1].exact)).toEqual(['one', 'two']);
    expect(new Set(read.map(({ id }) => id)).size).toBe(2);
    expect(await readJson(several)).toEqual(read);
  });

  it('names the kind in a classifying body, or asks a question', async () => {
    const body = [
      { type: 'TextualBody', value: 'Risk', purpose: 'classifying' },
      { type: 'TextualBody', value: 'energy', purpose: 'classifying' },
    ];
    const [classified] = await readJson({ type: 'Annotation', body, target: words('text') });
    expect(classified).toMatchObject({ kind: 'risk', comment: '#energy' });
    const [question] = await readJson({
      type: 'Annotation',
      motivation: 'questioning',
      target: words('text'),
    });
    expect(question?.kind).toBe('question');
  });

  it('has moments of any zone, or none', async () => {
    const [zoned] = await readJson({
      type: 'Annotation',
      created: '2025-01-30T11:15:00+03:00',
      target: words('a'),
    });
    expect(zoned).toMatchObject({ created: '2025-01-30T08:15:00.000Z', updated: '2025-01-30T08:15:00.000Z' });
    const [undated] = await readJson({ type: 'Annotation', created: 'long ago', target: words('a') });
    expect(undated?.created).toBe(context.now);
  });

  it('may be written in other ways that JSON-LD and the model have', async () => {
    const typed = { '@type': 'oa:TextQuoteSelector', exact: { '@value': 'text', '@language': 'en' } };
    const finer = [{ type: 'TextPositionSelector', start: 1, end: 2 }, typed];
    const [odd] = await readJson({
      type: 'Annotation',
      creator: [{ name: { '@value': 'Ann' } }, { name: ['Bob', 'B.'] }, 'http://c.example/'],
      body: [
        { type: 'SpecificResource', purpose: 'tagging', source: { type: 'TextualBody', value: 'energy' } },
        { type: 'TextualBody', value: { '@value': 'Yes', '@language': 'en' } },
        { type: 'TextualBody', value: ['and', 'no'], format: 'text/markdown' },
      ],
      target: { source: 'http://a.example/', selector: { type: 'FragmentSelector', refinedBy: finer } },
    });
    expect(odd).toMatchObject({
      author: 'Ann, Bob, http://c.example/',
      comment: 'Yes\n\nand\nno\n\n#energy',
    });
    expect(odd?.target[1].exact).toBe('text');
  });

  it('is said to be not all, where further pages are named that are not in the file', async () => {
    const items = [{ type: 'Annotation', bodyValue: 'Yes', target: words('text') }];
    const warned = async (value: unknown): Promise<unknown> => {
      const result = await readAnnotations(new TextEncoder().encode(JSON.stringify(value)), context);
      return result.ok && result.value.warnings.map(({ code }) => code);
    };
    const page = { type: 'AnnotationPage', items };
    expect(await warned(page)).toEqual([]);
    expect(await warned({ type: 'AnnotationCollection', first: page })).toEqual([]);
    const next = 'http://a.example/page2';
    expect(await warned({ ...page, next })).toEqual(['annotations-elsewhere']);
    const first = { ...page, next: { ...page, next } };
    expect(await warned({ type: 'AnnotationCollection', total: 300, first })).toEqual([
      'annotations-elsewhere',
    ]);
  });

  it('cannot pass for ours by half', async () => {
    const given = {
      type: 'Annotation',
      id: 'urn:briefing-desk:annotation:../../etc',
      'urn:briefing-desk:state': 'exact',
      'urn:briefing-desk:resolved': 'yes',
      target: words('text'),
    };
    const [foreign] = await readJson(given);
    expect(foreign).toMatchObject({ id: expect.stringMatching(/^[0-9a-z]{20}$/), resolved: null });
    const [ours] = await readJson({
      ...given,
      id: 'urn:briefing-desk:annotation:0annotation0',
      'urn:briefing-desk:state': 'best',
    });
    expect(ours).toMatchObject({ id: '0annotation0', state: 'exact', resolved: null });
  });

  it('is a reply where it answers an annotation of the file, also by way of another reply', async () => {
    const root = { type: 'Annotation', id: 'http://a.example/1', bodyValue: 'Why?', target: words('text') };
    const reply = (nth: number, target: unknown) => ({
      ...{ type: 'Annotation', id: `http://a.example/r${nth}`, motivation: 'replying', target },
      ...{ bodyValue: `Reply ${nth}`, creator: { name: 'B' }, created: '2025-01-30T08:00:00Z' },
    });
    const items = [
      reply(2, { id: 'http://a.example/r1' }),
      reply(1, 'http://a.example/1'),
      root,
      reply(3, { source: 'http://a.example/1' }),
    ];
    const [read, ...others] = await readJson(items);
    expect(others).toEqual([]);
    expect(read).toMatchObject({ comment: 'Why?', replies: [{ author: 'B' }, { author: 'B' }, {}] });
    expect(read?.replies.map(({ comment }) => comment)).toEqual(['Reply 2', 'Reply 1', 'Reply 3']);
    expect(await readJson(items)).toEqual([read]);
  });

  it('stands by itself where what it answers is not in the file, or only answers it', async () => {
    const reply = (id: string, target: string) => ({
      ...{ type: 'Annotation', id: `urn:x:${id}`, motivation: 'replying', bodyValue: id, target },
    });
    const read = await readJson([reply('a', 'urn:x:b'), reply('b', 'urn:x:a'), reply('c', 'urn:x:gone')]);
    expect(read.map(({ comment, replies }) => [comment, replies.length])).toEqual([
      ['a', 0],
      ['b', 0],
      ['c', 0],
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describe as describeTarget } from '../anchor';
import { manifestSchema } from '../backup-manifest';
import { plainText } from '../markdown';
import { makeAnnotation } from '../samples';
import { draftsSchema, noteSchema, settingsSchema } from '../schema';
import { LIBRARY_SCHEMA, VIEW_SCHEMA } from '../vocabulary';
import { type Chain, migrate } from './chain';
import { CHAINS, type FileKind } from './chains';
import { readVersioned } from './read';

const folder = path.resolve('fixtures/migrations');
const kinds = Object.keys(CHAINS) as FileKind[];
/** What each has to be read as. Those of small files, which the store keeps for itself, are written out once more. */
const schemas: Readonly<Record<FileKind, z.ZodType>> = {
  note: noteSchema,
  settings: settingsSchema,
  manifest: manifestSchema,
  drafts: draftsSchema,
  library: z.object({ schema: z.literal(LIBRARY_SCHEMA), created: z.iso.datetime() }),
  view: z.object({ schema: z.literal(VIEW_SCHEMA), note: z.string().nullable(), scroll: z.number() }),
};

/** The first version of a kind. */
const firstOf = (chain: Chain): number => Math.min(chain.current, ...Object.keys(chain.steps).map(Number));
const versionsOf = (chain: Chain): number[] =>
  Array.from({ length: chain.current - firstOf(chain) + 1 }, (_, index) => firstOf(chain) + index);
const fixture = (kind: string, version: number): unknown =>
  JSON.parse(readFileSync(path.join(folder, kind, `${version}.json`), 'utf8'));

describe.each(kinds)('the versions of a file: %s', (kind) => {
  const chain: Chain = CHAINS[kind];

  it('have a step from each to the next, and from none that is to come', () => {
    const steps = Object.keys(chain.steps).map(Number);
    expect(steps).toEqual(versionsOf(chain).slice(0, -1));
  });

  it('are each kept as a fixture', () => {
    const kept = readdirSync(path.join(folder, kind)).sort();
    expect(kept).toEqual(
      versionsOf(chain)
        .map((version) => `${version}.json`)
        .sort(),
    );
    for (const version of versionsOf(chain)) {
      expect(fixture(kind, version)).toMatchObject(version === 0 ? {} : { schema: version });
    }
  });

  it.each(versionsOf(chain))('are read: %i', (version) => {
    const content = fixture(kind, version);
    const before = structuredClone(content);
    const read = readVersioned(kind, schemas[kind], content);
    expect(read).toMatchObject({ is: 'read' });
    expect(content).toEqual(before);
    // Nothing that the old version said is lost on the way.
    const { schema: _, ...said } = before as Record<string, unknown>;
    if (read.is === 'read') expect(read.value).toMatchObject(said);
  });

  it('of a newer app are known as such, and read as far as they go', () => {
    const newer = { ...(fixture(kind, chain.current) as object), schema: chain.current + 1, more: [1] };
    const read = readVersioned(kind, schemas[kind], newer);
    expect(read).toMatchObject({ is: 'newer', value: { schema: chain.current } });
    expect(readVersioned(kind, schemas[kind], { schema: chain.current + 1 })).toEqual({
      is: 'newer',
      value: null,
    });
  });

  it.each([null, 5, 'text', [], { schema: 'one' }, { schema: 1.5 }, { schema: -1 }])(
    'do not take in %j',
    (content) => {
      expect(readVersioned(kind, schemas[kind], content).is).toBe('damaged');
    },
  );
});

describe('a chain of steps', () => {
  const chain: Chain = {
    unnumbered: 0,
    current: 3,
    steps: {
      0: (old) => ({ ...old, trail: '0' }),
      1: (old) => ({ ...old, trail: `${old.trail}1` }),
      2: (old) => ({ ...old, trail: `${old.trail}2` }),
    },
  };

  it('is gone through from where the file stands, one after another', () => {
    expect(migrate(chain, {})).toEqual({ is: 'current', data: { trail: '012', schema: 3 } });
    expect(migrate(chain, { schema: 2, trail: '' })).toEqual({
      is: 'current',
      data: { trail: '2', schema: 3 },
    });
    expect(migrate(chain, { schema: 3 })).toEqual({ is: 'current', data: { schema: 3 } });
  });

  it('with a gap leads nowhere', () => {
    expect(migrate({ ...chain, steps: { 0: (old) => old } }, {})).toEqual({ is: 'unknown' });
  });
});

it('a note whose text has footnotes keeps its passages at their words', () => {
  const text = 'Exports[^1] rose 21% in 2024.\n\n[^1]: Of goods.';
  const [before, now] = ['Exports[^1] rose 21% in 2024.\n[^1]: Of goods.', plainText(text)];
  const start = before.indexOf('rose 21%');
  const annotation = makeAnnotation({ id: '0annotation', target: describeTarget(before, start, start + 8) });
  const old = { ...(fixture('note', 2) as object), text, annotations: [annotation] };
  const read = readVersioned('note', noteSchema, old);
  if (read.is !== 'read') throw new Error(JSON.stringify(read));
  const [passage] = read.value.annotations;
  expect(passage?.state).toBe('exact');
  expect(now.slice(passage?.target[0].start, passage?.target[0].end)).toBe('rose 21%');
  expect(passage?.target[0].start).toBe(start - '[^1]'.length);
});

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Typeset } from '../core/briefing';
import type { Result } from '../core/result';
import { LAYOUTS } from '../core/vocabulary';
import { annotate, articleNote, makeNote } from './samples';
import {
  folder,
  fontsFolder,
  layoutsFolder,
  PdfFile,
  requestFor,
  typesetNote,
  typesetter,
} from './test-typeset';
import { createTypesetter, type Typesetter } from './typesetter';

let layouts = 0;

/** A typesetter with one more layout, `own`, of this source. */
function withLayout(source: string, more: Record<string, string> = {}): Typesetter {
  layouts += 1;
  const own = path.join(folder, `layouts-${layouts}`);
  cpSync(layoutsFolder, own, { recursive: true });
  mkdirSync(path.join(own, 'own'));
  const manifest = {
    id: 'own',
    name: 'own',
    choices: { paper: [], annotations: [], marking: false },
    margin: false,
    parts: [],
  };
  const files = { 'layout.json': JSON.stringify(manifest), 'layout.typ': source, ...more };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(own, 'own', name), content);
  writeFileSync(path.join(own, 'secret.txt'), 'a secret');
  return createTypesetter({ layoutsFolder: own, fontsFolder });
}

const typesetOwn = async (source: string, more?: Record<string, string>): Promise<Result<Typeset>> => {
  const { briefing, ...rest } = requestFor(articleNote());
  return withLayout(source, more).typeset({
    ...rest,
    briefing: { ...briefing, layout: 'own' as 'briefing-note' },
  });
};

describe('a layout', () => {
  it.each([
    ['a package', '#import "@preview/cetz:0.3.0": canvas', '@preview/cetz:0.3.0'],
    ['a package in another of its files', '#import "parts.typ": x', '@local/thing:1.0.0'],
    ['a joined name', '#import "@" + "preview/cetz:0.3.0"', '"@"'],
    ['a name that is computed', '#let name = sys.inputs.x\n#import name', 'name'],
    ['an included package', '#{ include "@preview/cetz:0.3.0" }', '@preview/cetz:0.3.0'],
    ['source that is made up', '#eval("1 + 1")', 'eval'],
    ['a program', '#let p = plugin("x.wasm")', 'plugin'],
  ])('may not bring in %s', async (_, source, name) => {
    const result = await typesetOwn(source, { 'parts.typ': '#let x = 1\n#import "@local/thing:1.0.0"' });
    expect(result).toEqual({
      ok: false,
      error: { code: 'layout-import-refused', details: { layout: 'own', package: name } },
    });
  });

  it.each([
    '#read("/etc/passwd")',
    '#read("../../secret.txt")',
    '#read("../../../../../../../../etc/passwd")',
    '#read("/secret.txt")',
    `#read("${path.join(folder, 'layouts-1', 'secret.txt')}")`,
    '#read("../briefing-note/layout.typ")',
    '#image("file:///etc/passwd")',
    '#image("https://example.org/x.png")',
  ])('cannot reach other files: %s', async (source) => {
    expect(await typesetOwn(source)).toMatchObject({ ok: false, error: { code: 'layout-broken' } });
  });

  it.each(['absolute', 'relative', 'with a scheme'])(
    'cannot reach other files by a picture: %s',
    async (how) => {
      // A red square beside the workspace, and one to see that pictures are looked for at all.
      const png =
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
      const outside = path.join(folder, 'outside.png');
      writeFileSync(outside, Buffer.from(png, 'base64'));
      const relative = '../'.repeat(12) + outside.slice(1);
      const to = { absolute: outside, relative, 'with a scheme': `file://${outside}` }[how] ?? '';
      const svg = (href: string): string =>
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="50" height="50"><image width="50" height="50" href="${href}" xlink:href="${href}"/></svg>`;
      const source = '#set document(title: "T", date: none)\n= Title\n#image("a.svg", alt: "a")';
      const within = await typesetOwn(source, { 'a.svg': svg(`data:image/png;base64,${png}`) });
      expect(new PdfFile(within).raw()).toContain('/Subtype /Image');
      const reached = await typesetOwn(source, { 'a.svg': svg(to) });
      if (reached.ok) expect(new PdfFile(reached).raw()).not.toContain('/Subtype /Image');
      else expect(reached.error.code).toBe('layout-broken');
    },
  );

  it('may use its own files and the shared ones, and speak of imports', async () => {
    const source = `// A comment on what imports
#import "../common/theme.typ": ink
#import "parts.typ": x
#set document(title: "T", date: none)
= Words that import nothing, and include nothing
#x`;
    expect(await typesetOwn(source, { 'parts.typ': '#let x = "fine"' })).toMatchObject({ ok: true });
  });

  it('with a mistake gives the message and its line', async () => {
    expect(await typesetOwn('= Title\n\n#let x = nothing-of-this-name\n')).toEqual({
      ok: false,
      error: {
        code: 'layout-broken',
        details: { layout: 'own', message: expect.stringMatching(/^layout\.typ, line 3: unknown variable/) },
      },
    });
  });

  it('that is not PDF/UA gives a file without the claim, and says why', async () => {
    const result = await typesetOwn('#set document(title: "T", date: none)\n== Second level first');
    expect(result).toMatchObject({
      ok: true,
      value: {
        warnings: [{ code: 'pdf-not-accessible', details: { why: 'the first heading must be of level 1' } }],
      },
    });
  });
});

describe('a note', () => {
  it.each(LAYOUTS)('cannot run as markup in %s', async (layout) => {
    const hostile =
      '#panic("ran") $x$ \\u{41} #read("/etc/passwd") = Heading @label <label> `raw` // comment';
    const escaped = hostile.replace(/[\\`*_<>[\]@#=$]/g, '\\$&');
    const text = `Some words. ${escaped}`;
    const note = makeNote({
      title: hostile,
      text,
      tags: ['#panic("x")'],
      source: { agency: hostile, place: hostile },
      details: { to: hostile, reference: hostile, purpose: hostile },
      annotations: [
        annotate(text, 'Some words', 'action', escaped, { who: hostile, by: hostile, author: hostile }),
      ],
    });
    const result = await typesetNote(note, { layout, marking: hostile });
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    expect(new PdfFile(result).text()).toContain('#panic("ran") $x$');
  });

  it('leaves nothing behind for the next', async () => {
    const secret = makeNote({ title: 'Confidential merger', text: 'Nobody may know of Project Aurora.' });
    await typesetNote(secret);
    const spy = `#set document(title: "T", date: none)
= Found
#let all = json("/briefing.json")
#all.title #all.attachment #read("/attachment.bin")`;
    const result = await typesetOwn(spy);
    const pdf = new PdfFile(result);
    expect(pdf.text()).not.toContain('Aurora');
    expect(pdf.raw()).not.toContain('merger');
  });

  it('leaves no image behind for the next', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
    await typesetNote(makeNote({ text: `![secret](data:image/png;base64,${pixel})` }));
    const { briefing, attachment } = requestFor(makeNote({ text: 'x' }));
    const [note] = briefing.notes;
    if (!note) throw new Error('no note');
    const image = { type: 'image', image: 'image-1.png', text: '', title: '' } as const;
    const blocks = [{ type: 'paragraph', children: [image] }] as const;
    const result = await typesetter.typeset({
      briefing: { ...briefing, notes: [{ ...note, blocks }] },
      images: new Map(),
      attachment,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'layout-broken' } });
  });
});

describe('a hostile note', () => {
  const deep = '['.repeat(10_000);
  const cases: [string, ReturnType<typeof makeNote>][] = [
    ['10,000 nested brackets', makeNote({ text: deep })],
    ['10,000 nested quotations', makeNote({ text: '>'.repeat(10_000) })],
    ['lists and quotations as deep as they are read', makeNote({ text: `${'> - '.repeat(40)}x` })],
    ['emphasis as deep as it is read', makeNote({ text: `${'*_'.repeat(40)}x${'_*'.repeat(40)}` })],
    ['a word of 200,000 letters', makeNote({ text: 'x'.repeat(200_000) })],
    [
      'a comment of 100,000 characters',
      makeNote({ text: 'a b', annotations: [annotate('a b', 'a', 'risk', 'word '.repeat(20_000))] }),
    ],
    [
      'a table of 300 rows and 12 columns',
      makeNote({
        text: `|${'h|'.repeat(12)}\n|${'-|'.repeat(12)}\n${`|${'cell|'.repeat(12)}\n`.repeat(300)}`,
      }),
    ],
  ];
  it.each(LAYOUTS.flatMap((layout) => cases.map(([name, note]) => ({ layout, name, note }))))(
    'of $name gives pages in $layout',
    async ({ layout, note }) => {
      const result = await typesetNote(note, { layout });
      expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    },
    60_000,
  );

  it('costs no memory for good', async () => {
    const many = async (count: number): Promise<number> => {
      for (let index = 0; index < count; index += 1)
        await typesetNote(articleNote({ title: `Title ${index}` }));
      return process.memoryUsage().rss;
    };
    const before = await many(60);
    const after = await many(60);
    // A leak of one document each would be more than 60 MB.
    expect(after - before).toBeLessThan(40e6);
  }, 60_000);
});

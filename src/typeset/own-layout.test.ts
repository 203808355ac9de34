import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Typeset } from '../core/briefing';
import { ownManifestSchema } from '../core/own-layout';
import type { Result } from '../core/result';
import { articleNote } from './samples';
import { folder, PdfFile, requestFor, typesetter } from './test-typeset';

const typesetAs = (source: string, more: Record<string, string> = {}): Promise<Result<Typeset>> => {
  const files = new Map(
    Object.entries({ 'layout.typ': source, ...more }).map(([name, text]) => [name, Buffer.from(text)]),
  );
  return typesetter.typeset({ ...requestFor(articleNote()), ownLayout: { id: 'own', margin: false, files } });
};

describe('the example of docs/layouts.md', () => {
  const docs = readFileSync(path.resolve('docs/layouts.md'), 'utf8');
  const example = docs.slice(docs.indexOf('An example, `layouts/'));
  const block = (language: string): string =>
    new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(example)?.[1] ?? '';

  it('has a layout.json that is one', () => {
    expect(ownManifestSchema.parse(JSON.parse(block('json')))).toMatchObject({ name: 'Lines to take' });
  });

  it('is set, and can be read by everyone', async () => {
    const set = await typesetAs(block('typ'));
    expect(set.ok && set.value.warnings).toEqual([]);
    const text = new PdfFile(set).text();
    expect(text).toContain('all trade rose');
    expect(text).toContain('“There are 18 direct inter-university agreements”');
    expect(text).not.toContain('Which logging machines');
  });
});

describe('a layout of the user’s own', () => {
  it('reads the files beside it', async () => {
    const set = await typesetAs('#import "parts.typ": hello\n#hello', {
      'parts.typ': '#let hello = [Good day]',
    });
    expect(new PdfFile(set).text()).toContain('Good day');
  });

  it('is told of its mistake with the file and the line', async () => {
    const failed = await typesetAs('= Title\n\n#nothing-of-this-name');
    expect(failed).toMatchObject({
      error: { code: 'layout-broken', details: { layout: 'own' } },
    });
    expect(failed.ok ? '' : failed.error.details.message).toMatch(/^layout\.typ, line 3: unknown variable/);
  });

  it.each([
    ['a package', '#import "@preview/cetz:0.3.0": canvas'],
    ['a program', '#let p = plugin("x.wasm")'],
    ['source that is made up', '#eval("1")'],
  ])('is not set with %s', async (_, source) => {
    expect(await typesetAs(source)).toMatchObject({ error: { code: 'layout-import-refused' } });
  });

  it.each([
    '/etc/passwd',
    '../../../../../../etc/passwd',
    '../briefing-note/layout.typ',
    '/layouts/digest/layout.typ',
    path.join(folder, 'fonts', 'SourceSans3_400Regular.ttf'),
  ])('cannot read %s', async (file) => {
    const failed = await typesetAs(`#read(${JSON.stringify(file)}, encoding: none).len()`);
    expect(failed).toMatchObject({ error: { code: 'layout-broken' } });
    // Nor does it learn where anything is.
    expect(failed.ok ? '' : failed.error.details.message).not.toContain(folder);
  });
});

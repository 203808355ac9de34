import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { TypesetRequest } from '../core/briefing';
import { ok } from '../core/result';
import { ANNOTATION_PLACES, defaultChoices } from '../core/vocabulary';
import { annotate, articleNote } from '../typeset/samples';
import { noDialogs } from './no-dialogs';
import { testApp, testFolder, unwrap } from './test-app';

it('counts images that are left out, whoever finds them, in one warning', async () => {
  const warnings = [{ code: 'image-left-out', details: { count: 2 } }] as const;
  const typeset = async () => ok({ pdf: new Uint8Array(), warnings });
  const app = await testApp({ ports: { typesetter: { prepare: () => undefined, typeset } } });
  const note = articleNote({ text: '![a](https://example.org/a.png)', annotations: [] });
  const target = {
    path: path.join(await testFolder(), 'a.pdf'),
    format: 'pdf',
    choices: defaultChoices,
  } as const;
  expect(unwrap(await app.exportTo([note], note.title, target)).warnings).toEqual([
    { code: 'image-left-out', details: { count: 3 } },
  ]);
});

it.each(ANNOTATION_PLACES)(
  'attaches the annotations only where the pages show them: %s',
  async (annotations) => {
    const requests: TypesetRequest[] = [];
    const typeset = async (request: TypesetRequest) => {
      requests.push(request);
      return ok({ pdf: new Uint8Array(), warnings: [] });
    };
    const app = await testApp({ ports: { typesetter: { prepare: () => undefined, typeset } } });
    const text = articleNote().text;
    const note = { ...articleNote(), annotations: [annotate(text, 'Minsk', 'risk', 'Between ourselves')] };
    const choices = { ...defaultChoices, annotations };
    await app.exportTo([note], note.title, {
      path: path.join(await testFolder(), 'a.pdf'),
      format: 'pdf',
      choices,
    });
    const attached = new TextDecoder().decode(requests[0]?.attachment.bytes);
    expect(attached.includes('Between ourselves')).toBe(annotations !== 'none');
    expect(JSON.parse(attached).text).toBe(text);
  },
);

it('attaches no annotation that was not chosen', async () => {
  const requests: TypesetRequest[] = [];
  const typeset = async (request: TypesetRequest) => {
    requests.push(request);
    return ok({ pdf: new Uint8Array(), warnings: [] });
  };
  const app = await testApp({ ports: { typesetter: { prepare: () => undefined, typeset } } });
  const { text } = articleNote();
  const resolved = '2025-02-01T08:00:00.000Z';
  const annotations = [
    annotate(text, 'Minsk', 'risk', 'Shown'),
    annotate(text, 'BelTA', 'remark', 'Another kind'),
    annotate(text, 'elevators', 'risk', 'Done', { resolved }),
  ];
  const choices = { ...defaultChoices, kinds: ['risk'], resolved: false } as const;
  const target = { path: path.join(await testFolder(), 'a.pdf'), format: 'pdf', choices } as const;
  await app.exportTo([{ ...articleNote(), annotations }], 'Title', target);
  const attached = JSON.parse(new TextDecoder().decode(requests[0]?.attachment.bytes));
  expect(attached.annotations).toMatchObject([{ comment: 'Shown' }]);
});

it('makes a draft of an e-mail with the PDF in it', async () => {
  const pdf = new TextEncoder().encode('%PDF-1.7');
  const typeset = async () => ok({ pdf, warnings: [] });
  const app = await testApp({ ports: { typesetter: { prepare: () => undefined, typeset } } });
  const file = path.join(await testFolder(), 'a.eml');
  const choices = { ...defaultChoices, format: 'eml' } as const;
  unwrap(await app.exportTo([articleNote()], 'Title', { path: file, format: 'eml', choices }));
  const message = await readFile(file, 'latin1');
  expect(message).toContain('X-Unsent: 1');
  expect(message).toContain(Buffer.from(pdf).toString('base64'));
});

it.each(['docx', 'html'] as const)('says what it could not show: %s', async (format) => {
  const app = await testApp();
  const [annotation] = articleNote().annotations;
  if (!annotation) throw new Error('no annotation');
  const text = '![a](https://example.org/a.png)';
  const note = articleNote({ text, annotations: [{ ...annotation, state: 'orphan' }] });
  const file = path.join(await testFolder(), `a.${format}`);
  const written = await app.exportTo([note], note.title, {
    path: file,
    format,
    choices: { ...defaultChoices, format },
  });
  expect(unwrap(written).warnings).toEqual([
    { code: 'image-left-out', details: { count: 1 } },
    { code: 'orphans-listed', details: { count: 1 } },
  ]);
});

it('hands a password on as programs compare it, and refuses what cannot be', async () => {
  const requests: TypesetRequest[] = [];
  const typeset = async (request: TypesetRequest) => {
    requests.push(request);
    return ok({ pdf: new Uint8Array(), warnings: [] });
  };
  const app = await testApp({ ports: { typesetter: { prepare: () => undefined, typeset } } });
  const file = path.join(await testFolder(), 'a.pdf');
  const write = (choices: object) =>
    app.exportTo([articleNote()], 'Title', {
      path: file,
      format: 'pdf',
      choices: { ...defaultChoices, ...choices },
    });
  unwrap(await write({ password: 'ru\u0308be' }));
  unwrap(await write({ archive: true }));
  expect(requests.map(({ password, archive }) => [password, archive])).toEqual([
    ['rübe', false],
    [undefined, true],
  ]);
  for (const [choices, code] of [
    [{ password: 'a', archive: true }, 'archive-with-password'],
    [{ password: '\n' }, 'password-unusable'],
    [{ password: 'x'.repeat(128) }, 'password-too-long'],
  ] as const) {
    expect(await write(choices)).toMatchObject({ ok: false, error: { code } });
  }
  expect(requests).toHaveLength(2);
});

it('writes nothing when it was cancelled while the pages were already there', async () => {
  const folder = await testFolder();
  const here = { paths: [] };
  const typeset = async () => {
    await app.handlers['task.cancel']({ task: 'one' }, here);
    return ok({ pdf: new Uint8Array(), warnings: [] });
  };
  const app = await testApp({
    ports: {
      dialogs: { ...noDialogs, chooseSave: async () => path.join(folder, 'note.pdf') },
      typesetter: { prepare: () => undefined, typeset },
    },
  });
  const { open } = unwrap(await app.handlers['library.start']({}, here));
  const wanted = { notes: [open?.id ?? ''], choices: defaultChoices, task: 'one' };
  const saved = await app.handlers['export.save'](wanted, here);
  expect(saved).toMatchObject({ error: { code: 'cancelled' } });
  expect(await readdir(folder)).toEqual([]);
});

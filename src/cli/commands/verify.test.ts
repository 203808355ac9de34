import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE, shell, TITLE } from '../test-shell';

/** A library with the first note, annotated at one passage. */
async function library() {
  const { briefing, data, cwd } = await shell();
  await briefing('annotate', TITLE, '--quote', 'rose 21%', '--kind', 'key-fact');
  const [file = ''] = await readdir(path.join(data, 'notes'));
  const note = path.join(data, 'notes', file);
  const change = async (name: string, edit: (text: string) => string) => {
    const text = edit(await readFile(path.join(data, name), 'utf8'));
    await writeFile(path.join(data, name), text);
  };
  return { briefing, data, cwd, note, name: `notes/${file}`, change };
}

const left = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();

describe('verify', () => {
  it('finds nothing wrong with a library that the app wrote', async () => {
    const { briefing, data } = await library();
    await briefing('import', ARTICLE);
    const before = await left(data);
    expect(await briefing('verify')).toEqual({
      code: 0,
      out: '2 notes checked: nothing is wrong.\n',
      err: '',
    });
    expect(JSON.parse((await briefing('verify', '--json')).out)).toEqual({
      ...{ notes: 2, wrong: 0, copy: null, mended: [], findings: [] },
    });
    expect(await left(data)).toEqual(before);
  });

  it('makes no library where there is none', async () => {
    const { briefing, data } = await shell();
    for (const args of [['verify'], ['verify', '--repair']]) {
      const { code, out, err } = await briefing(...args);
      expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^There is no library[^\n]+\n$/)]);
    }
    await expect(readdir(data)).rejects.toThrow();
  });

  it.each([
    ['notes/ID', (text: string) => text.slice(0, 300), /^notes\/\S+ is damaged: .*not JSON/],
    ['notes/ID', (text: string) => text.replace('"tags"', '"labels"'), /is damaged: .*tags/],
    ['notes/ID', (text: string) => text.replace('"schema": 3', '"schema": 9'), /newer version/],
    ['notes/ID', (text: string) => text.replace('"start": ', '"start": 1'), /“rose 21%” does not stand/],
    ['notes/ID', (text: string) => text.replace('"exact",', '"changed",'), /not what its words were/],
    [
      'notes/ID',
      (text: string) => text.replace('"exact",', '"exact", "quoted": "x",'),
      /other words are kept/,
    ],
    ['index.json', () => 'no index', /^index\.json is missing or damaged/],
    ['index.json', (text: string) => text.replace('Vologda', 'Wologda'), /^index\.json says something else/],
    ['index.json', (text: string) => text.replace(/\n\{.*\n/, '\n'), /^index\.json does not list/],
    ['library.json', () => '[]', /^library\.json is damaged/],
    ['settings.json', () => '{"schema":1,"theme":"pink"}', /^settings\.json is damaged/],
    ['trash.json', () => '{}', /^trash\.json is damaged/],
    ['view.json', () => 'no JSON', /^view\.json is damaged: it is not JSON/],
  ])('finds what is wrong with %s (%#)', async (named, edit, line) => {
    const { briefing, data, name, change } = await library();
    await writeFile(path.join(data, 'settings.json'), '{"schema":1,"author":"","theme":"dark"}');
    await writeFile(path.join(data, 'view.json'), '{"schema":1,"note":null,"scroll":0}');
    await writeFile(path.join(data, 'trash.json'), '{"schema":1,"looked":null,"waited":{}}');
    await change(named === 'notes/ID' ? name : named, edit);
    const { code, out, err } = await briefing('verify');
    expect([code, err]).toEqual([1, '']);
    expect(out.split('\n').some((each) => line.test(each))).toBe(true);
    expect(out).toMatch(/1 note checked: \d things? (is|are) wrong\.\n$/);
    expect(out).not.toContain(data);
  });

  it('finds what is wrong with the history, which it never changes', async () => {
    const { briefing, data, name } = await library();
    const log = path.join(data, name.replace('notes/', 'history/').replace('.json', '.jsonl'));
    const before = await readFile(log, 'utf8');
    const lines = before.trimEnd().split('\n');
    const changes: readonly [string, RegExp][] = [
      [`${before}{"torn`, new RegExp(`^history/\\S+: line ${lines.length + 1} cannot be read`)],
      [before.replace('rose 21%', 'rose 12%'), /^history\/\S+: the version of \S+ in line \d+ is damaged/],
      [before.replace(/"history": ?"[^"]*"/, '"history":"0other00"'), /history of another note, 0other00/],
    ];
    for (const [text, line] of changes) {
      expect(text).not.toBe(before);
      await writeFile(log, text);
      const { code, out } = await briefing('verify', '--repair');
      expect([code, out]).toEqual([1, expect.stringMatching(new RegExp(line.source, 'm'))]);
      expect(await readFile(log, 'utf8')).toBe(text);
    }
  });

  it('finds what killed processes left, and what was set aside', async () => {
    const { briefing, data } = await library();
    const temporary = path.join(data, 'notes', '.a.json.0123.tmp');
    await writeFile(temporary, '{');
    await writeFile(path.join(data, 'notes', 'My note.json'), '{}');
    const journal = path.join(data, 'journal', '1.json');
    await mkdir(path.dirname(journal), { recursive: true });
    await writeFile(journal, 'no JSON');
    expect((await briefing('verify')).out).not.toMatch(/tmp|journal/);
    for (const file of [temporary, journal]) await utimes(file, 0, 0);
    const { out } = await briefing('verify');
    expect(out).toMatch(
      /^notes\/My note\.json is no note.*\njournal\/1\.json: a change of several notes.*\nnotes\/\.a\.json\.0123\.tmp was left behind/,
    );
    const { code, out: mended } = await briefing('verify', '--repair');
    expect([code, mended]).toEqual([
      0,
      expect.stringMatching(/quarantine\/My note\.json was set aside earlier/),
    ]);
    expect(await left(path.join(data, 'notes'))).toHaveLength(1);
  });
});

describe('verify --repair', () => {
  it('makes no copy where there is nothing to mend', async () => {
    const { briefing, data } = await library();
    expect((await briefing('verify', '--repair')).out).toBe('1 note checked: nothing is wrong.\n');
    expect(await left(data)).not.toContain('backups');
  });

  it('mends what can be mended, and keeps the library as it was', async () => {
    const { briefing, data, name, note, change } = await library();
    await change(name, (text) => text.replace('"start": ', '"start": 1'));
    await change('index.json', (text) => text.replace('Vologda', 'Wologda'));
    const damaged = await readFile(note, 'utf8');
    const { code, out } = await briefing('verify', '--repair');
    const [copied, ...lines] = out.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('1 note checked: nothing is wrong.');
    expect(lines.slice(0, -1).every((line) => line.startsWith('Mended: '))).toBe(true);
    const [, copy = ''] = /“(backups\/before-repair-[^”]+)”/.exec(copied ?? '') ?? [];
    expect(await readFile(path.join(data, copy, name), 'utf8')).toBe(damaged);
    expect(JSON.parse(await readFile(note, 'utf8')).annotations).toMatchObject([
      { state: 'exact', target: [{}, { exact: 'rose 21%' }] },
    ]);
    expect((await briefing('verify')).code).toBe(0);
  });

  it('never guesses: a passage that is gone becomes an orphan, words that nobody knows stay a finding', async () => {
    const { briefing, name, note, change } = await library();
    await change(name, (text) =>
      text
        .replaceAll('rose 21%', 'fell to nothing at all')
        .replace(/"exact": "fell to nothing at all"/, '"exact": "quite other words"'),
    );
    expect((await briefing('verify', '--repair')).code).toBe(0);
    const [annotation] = JSON.parse(await readFile(note, 'utf8')).annotations;
    expect(annotation).toMatchObject({ state: 'orphan', target: [{}, { exact: 'quite other words' }] });
    await change(name, (text) => text.replace('"orphan",', '"changed",'));
    await change(name, (text) =>
      text
        .replace('quite other words', JSON.parse(text).text.slice(0, 5))
        .replace(/"start": \d+,(\s+)"end": \d+/, '"start": 0,$1"end": 5'),
    );
    const { code, out } = await briefing('verify', '--repair');
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/\nnotes\/.*not what its words were.*\n.*1 thing is wrong/),
    ]);
  });

  it('sets a damaged note aside, has its last good version take its place, and keeps every other', async () => {
    const { briefing, data, note } = await library();
    await briefing('import', ARTICLE);
    await writeFile(note, 'no JSON');
    const { code, out } = await briefing('verify', '--repair');
    expect([code, out]).toEqual([0, expect.stringMatching(/Mended: notes.*damaged/)]);
    expect(out).toContain(`quarantine/${path.basename(note)} was set aside earlier`);
    expect((await briefing('list')).out.trim().split('\n')).toHaveLength(2);
    expect(JSON.parse(await readFile(note, 'utf8')).annotations).toMatchObject([{ state: 'exact' }]);
    expect(await readFile(path.join(data, 'quarantine', path.basename(note)), 'utf8')).toBe('no JSON');
  });

  it('leaves everything as it is where no copy can be made', async () => {
    const { briefing, data, note } = await library();
    await writeFile(note, 'no JSON');
    await writeFile(path.join(data, 'backups'), '');
    const { code, out, err } = await briefing('verify', '--repair');
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(/^[^\n]+\n$/)]);
    expect(await readFile(note, 'utf8')).toBe('no JSON');
    await rm(path.join(data, 'backups'));
    await mkdir(path.join(data, 'quarantine'));
    expect((await briefing('verify', '--repair')).code).toBe(0);
  });
});

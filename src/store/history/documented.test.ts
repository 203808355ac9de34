import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readLog, Versions } from '../../core/versions/log';
import { sumOf } from './sum';

/** The blocks of JSON in the document for strangers, of one kind. */
async function blocksOf(language: string): Promise<string[]> {
  const text = await readFile('docs/note-format.md', 'utf8');
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, of]) => of === language)
    .map(([, , block = '']) => block);
}

it('a history reads as the document of the format shows one, its sums too', async () => {
  const example = (await blocksOf('')).find((block) => block.includes('"history"')) ?? '';
  const log = readLog(example.split('\n'));
  expect(log).toMatchObject({ damaged: [], isNewer: false, gone: { by: 'delete' } });
  const versions = new Versions(log, sumOf);
  const texts = log.versions.map(({ line }) => versions.note(line.version)?.text);
  expect(texts).toEqual(['It rose.', 'It rose again.']);
  expect([...log.labels.values()]).toEqual(['As sent to the minister']);
});

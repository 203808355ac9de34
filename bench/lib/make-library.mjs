import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../scripts/lib/paths.mjs';
import { createRandom } from './statistics.mjs';

const firstDay = Date.UTC(2020, 0, 1);
const hour = 3_600_000;

const nouns =
  'exports imports machinery timber fertiliser agreement ministry region enterprise contract delegation minister tonnes turnover supply plant tractor dairy transit customs tariff investment forum quarter growth share partner market corridor railway'.split(
    ' ',
  );
const verbs =
  'rose fell signed agreed discussed delivered opened expanded announced reviewed approved reached'.split(
    ' ',
  );
const places = [
  'Minsk',
  'Vologda',
  'Brest',
  'Gomel',
  'Pskov',
  'Smolensk',
  'Vitebsk',
  'Kaluga',
  'Минск',
  'Вологда',
];
const topics = [
  'trade/exports',
  'trade/imports',
  'industry/machinery',
  'industry/timber',
  'agriculture',
  'transport/rail',
];

/**
 * Writes a library with notes like those of a desk: about 4 kB of text each, a source, two or three tags.
 * The same numbers give the same library.
 * @param {{folder: string, notes: number, seed?: number}} options folder: made if it is not there
 */
export function makeLibrary({ folder, notes, seed = 1 }) {
  const random = createRandom(seed);
  makeFolder(join(folder, 'notes'));
  writeFileSync(join(folder, 'library.json'), `${JSON.stringify({ schema: 1, created: moment(0) })}\n`);
  for (let number = 0; number < notes; number++) {
    const note = makeNote(number, random);
    writeFileSync(join(folder, 'notes', `${note.id}.json`), `${JSON.stringify(note, null, 2)}\n`);
  }
}

/**
 * A note as docs/note-format.md has it.
 * @param {number} number in the library
 * @param {() => number} random
 */
export function makeNote(number, random) {
  /** @type {<T>(list: T[]) => T} */
  const pick = (list) => /** @type {any} */ (list[Math.floor(random() * list.length)]);
  const place = pick(places);
  const sentence = () => {
    const words = Array.from({ length: 6 + Math.floor(random() * 12) }, () => pick(nouns));
    return `${capital(pick(nouns))} ${pick(verbs)} ${Math.floor(random() * 90)}% in ${pick(places)}: ${words.join(' ')}.`;
  };
  const paragraph = () => Array.from({ length: 4 }, sentence).join(' ');
  return {
    schema: 3,
    id: `bench${String(number).padStart(15, '0')}`,
    title: `${capital(pick(nouns))} of ${place} ${pick(verbs)} ${Math.floor(random() * 90)}% (${number + 1})`,
    text: Array.from({ length: 8 }, paragraph).join('\n\n'),
    language: 'en',
    source: { agency: 'BelTA', place, date: moment(number).slice(0, 10) },
    details: {},
    tags: [...new Set([pick(topics), pick(topics), `region/${place.toLowerCase()}`])].sort(),
    annotations: [],
    created: moment(number),
    updated: moment(number),
    pinned: false,
    archived: false,
    trashed: null,
  };
}

/** @param {number} number of hours */
function moment(number) {
  return new Date(firstDay + number * hour).toISOString();
}

/** @param {string} word */
function capital(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

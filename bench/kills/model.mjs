import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';

/**
 * @typedef {object} Tally
 * @property {number} kills
 * @property {number} acknowledged changes that the app said were done
 * @property {number} lost acknowledged changes that are not there any more, and notes that are otherwise than they should be
 * @property {number} unreadable files of notes that are no notes, or were set aside
 * @property {number} halves changes of several notes of which only a part was done
 * @property {number} finished changes that the next start had to finish
 * @property {string[]} problems what is behind these numbers, in words
 *
 * @typedef {import('../../src/core/schema').Note} Note
 * @typedef {import('./protocol').Expected} Expected
 * @typedef {{ids: readonly string[], expected: Expected}} Begun
 */

/** What a library should hold, by what the app acknowledged. */
export class Model {
  /** @type {Tally} */
  tally = { kills: 0, acknowledged: 0, lost: 0, unreadable: 0, halves: 0, finished: 0, problems: [] };
  #data;
  /** Digests of the notes, by id. @type {Map<string, string>} */
  #notes = new Map();
  /** By lane: what was begun and not acknowledged. @type {Map<string, Begun>} */
  #begun = new Map();

  /** @param {string} data the library's folder */
  constructor(data) {
    this.#data = data;
  }

  /** @param {Exclude<import('./protocol').Line, {opened: unknown}>} line what the worker says */
  hear(line) {
    if ('failed' in line) this.#problem('lost', `a change failed: ${line.failed}`);
    else if ('begin' in line) this.#begun.set(line.lane, line.begin);
    else {
      this.tally.acknowledged += 1;
      this.#begun.delete(line.lane);
      for (const [id, digest] of Object.entries(line.done)) {
        if (digest === null) this.#notes.delete(id);
        else this.#notes.set(id, digest);
      }
    }
  }

  /**
   * Compares the files with what should be, once the library has been opened again and nobody works on it.
   * @param {{ids: string[], notices: string[]}} opened
   */
  compare({ ids, notices }) {
    const files = this.#read();
    this.tally.finished += notices.filter((code) => code === 'change-finished').length;
    const listed = new Set(ids);
    for (const id of files.keys())
      if (!listed.has(id)) this.#problem('lost', `note ${id} is there but not listed`);
    for (const id of listed) if (!files.has(id)) this.#problem('lost', `note ${id} is listed but not there`);

    const touched = new Set([...this.#begun.values()].flatMap((begun) => begun.ids));
    for (const [id, digest] of this.#notes) {
      const file = files.get(id);
      if (touched.has(id) || file?.digest === digest) continue;
      this.#problem('lost', `note ${id} ${file ? 'is otherwise than it was acknowledged' : 'is gone'}`);
    }
    for (const begun of this.#begun.values()) this.#compareBegun(begun, files);
    const added = [...this.#begun.values()].flatMap(({ expected }) =>
      'added' in expected ? expected.added : [],
    );
    for (const [id, { note }] of files) {
      if (this.#notes.has(id) || touched.has(id) || added.includes(note.title)) continue;
      this.#problem('lost', `note ${id}, “${note.title}”, should not be there`);
    }
    this.#notes = new Map([...files].map(([id, { digest }]) => [id, digest]));
    this.#begun.clear();
  }

  /**
   * A change that was not acknowledged is there whole or not at all.
   * @param {Begun} begun
   * @param {Map<string, {note: Note, digest: string}>} files
   */
  #compareBegun({ ids, expected }, files) {
    let [done, undone] = [0, 0];
    for (const id of ids) {
      const file = files.get(id);
      const isAsBefore = file?.digest === this.#notes.get(id);
      const isAsExpected = holds(file?.note ?? null, expected);
      if (isAsBefore && isAsExpected) continue;
      if (isAsBefore) undone += 1;
      else if (isAsExpected) done += 1;
      else this.#problem('lost', `note ${id} is neither as before nor as it was to become`);
    }
    if (done > 0 && undone > 0)
      this.#problem(
        'halves',
        `of a change ${done} notes are done, ${undone} are not: ${JSON.stringify(expected)}`,
      );
  }

  #read() {
    const folder = join(this.#data, 'notes');
    /** @type {Map<string, {note: Note, digest: string}>} */
    const files = new Map();
    for (const name of readdirSync(folder)) {
      if (name.startsWith('.')) continue;
      try {
        const note = JSON.parse(readFileSync(join(folder, name), 'utf8'));
        files.set(name.replace(/\.json$/, ''), { note, digest: digestOf(note) });
      } catch {
        this.#problem('unreadable', `${name} is not JSON`);
      }
    }
    const quarantine = join(this.#data, 'quarantine');
    if (existsSync(quarantine) && readdirSync(quarantine).length > 0)
      this.#problem('unreadable', `set aside: ${readdirSync(quarantine).join(', ')}`);
    return files;
  }

  /**
   * @param {'lost' | 'unreadable' | 'halves'} what
   * @param {string} words
   */
  #problem(what, words) {
    this.tally[what] += 1;
    this.tally.problems.push(words);
  }
}

/**
 * @param {Note | null} note
 * @param {Expected} expected see protocol.ts
 */
function holds(note, expected) {
  if ('gone' in expected) return note === null;
  if (note === null) return false;
  if ('title' in expected) return note.title === expected.title;
  if ('text' in expected) return note.text === expected.text;
  if ('tag' in expected) return note.tags.includes(expected.tag);
  if ('trashed' in expected) return (note.trashed !== null) === expected.trashed;
  if (!('comment' in expected)) return false;
  return note.annotations.some(({ comment }) => comment === expected.comment);
}

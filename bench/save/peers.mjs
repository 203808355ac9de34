import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { loadSqlite } from '../lib/sqlite.mjs';

/** @param {unknown} note as the app prints it, so that all write the same bytes */
const printed = (note) => `${JSON.stringify(note, null, 2)}\n`;

/**
 * The least that brings a file to the disk: write, fsync, rename, fsync of the folder, each as a plain call of the system.
 * @param {string} folder made here
 */
export function bareWrites(folder) {
  mkdirSync(folder, { recursive: true });
  const directory = openSync(folder, 'r');
  return {
    /** @param {{id: string}} note */
    save(note) {
      const file = join(folder, `${note.id}.json`);
      const descriptor = openSync(`${file}.tmp`, 'w');
      writeSync(descriptor, printed(note));
      fsyncSync(descriptor);
      closeSync(descriptor);
      renameSync(`${file}.tmp`, file);
      fsyncSync(directory);
    },
  };
}

/**
 * SQLite with one row for each note.
 * @param {string} file
 * @param {string} notes the folder of the notes it begins with
 */
export function sqlite(file, notes) {
  const database = new (loadSqlite())(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  database.exec('CREATE TABLE notes (id TEXT PRIMARY KEY, note TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO notes VALUES (?, ?)');
  database.exec('BEGIN');
  for (const note of readNotes(notes)) insert.run(note.id, printed(note));
  database.exec('COMMIT');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const update = database.prepare('UPDATE notes SET note = ? WHERE id = ?');
  return {
    /** @param {{id: string}} note */
    save: (note) => update.run(printed(note), note.id),
  };
}

/**
 * lowdb as it comes: all notes in one JSON file.
 * @param {string} file
 * @param {string} notes the folder of the notes it begins with
 */
export async function stockLowdb(file, notes) {
  const database = await JSONFilePreset(file, { notes: [...readNotes(notes)] });
  await database.write();
  return {
    /** @param {{id: string}} note */
    save: (note) =>
      database.update(({ notes }) => {
        notes[notes.findIndex(({ id }) => id === note.id)] = note;
      }),
  };
}

/** @param {string} folder */
function* readNotes(folder) {
  for (const name of readdirSync(folder)) yield JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

import { readFileSync, statSync } from 'node:fs';
import type { Adapter } from 'lowdb';
import { type Beside, type InPlace, replaceFile, type Stamp, writeBeside } from './durable';
import { systemCode } from './failures';

/** What the app writes of these is far smaller; more is not taken into memory, in bytes. */
const MOST = 64 * 1024 * 1024;

/** JSON as a person can read it. */
export const printed = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** lowdb's file adapter, made durable: one JSON file, replaced as a whole. */
export class JsonFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #inPlace: InPlace | undefined;
  /** Of the file as it was last written here. */
  stamp: Stamp | null = null;

  /** @param inPlace see `replaceFile` */
  constructor(file: string, inPlace?: InPlace) {
    this.#file = file;
    this.#inPlace = inPlace;
  }

  /** @returns null where there is no file. @throws the system's error, or SyntaxError where it is not JSON, or far too large */
  async read(): Promise<T | null> {
    try {
      if (statSync(this.#file).size > MOST) throw new SyntaxError('it is far too large');
      // At once: these files are small.
      return JSON.parse(readFileSync(this.#file, 'utf8')) as T;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Replaces the file; `syncFolder` has to follow. */
  async write(data: T): Promise<void> {
    this.stamp = await replaceFile(this.#file, printed(data), this.#inPlace);
  }
}

/** What is written to a file beside another, which it replaces only later. */
export class FileBeside<T> implements Adapter<T> {
  readonly #file: string;
  beside: Beside | null = null;

  /** @param file the one to be replaced */
  constructor(file: string) {
    this.#file = file;
  }

  async read(): Promise<null> {
    return null;
  }

  async write(data: T): Promise<void> {
    this.beside = await writeBeside(this.#file, printed(data));
  }
}

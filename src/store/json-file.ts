import { readFileSync } from 'node:fs';
import type { Adapter } from 'lowdb';
import { replaceFile, type Stamp } from './durable';
import { systemCode } from './failures';

/** JSON as a person can read it. */
export const printed = (data: unknown): string => `${JSON.stringify(data, null, 2)}\n`;

/** lowdb's file adapter, made durable: one JSON file, replaced as a whole. */
export class JsonFile<T> implements Adapter<T> {
  readonly #file: string;
  /** Of the file as it was last written here. */
  stamp: Stamp | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** @returns null where there is no file. @throws the system's error, or SyntaxError where it is not JSON */
  async read(): Promise<T | null> {
    try {
      // At once: these files are small.
      return JSON.parse(readFileSync(this.#file, 'utf8')) as T;
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** Replaces the file; `syncFolder` has to follow. */
  async write(data: T): Promise<void> {
    this.stamp = await replaceFile(this.#file, printed(data));
  }
}

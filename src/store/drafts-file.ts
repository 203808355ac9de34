import path from 'node:path';
import { Low } from 'lowdb';
import { readVersioned } from '../core/migrations/read';
import { ok, type Result } from '../core/result';
import { type CommentDraft, type DraftPlace, draftsSchema } from '../core/schema';
import { DRAFTS_SCHEMA } from '../core/vocabulary';
import { syncFolder } from './durable';
import { libraryFailure } from './failures';
import { JsonFile } from './json-file';
import { KeyedQueue } from './parallel';
import { setAside } from './quarantine';

/** The oldest are given up for newer ones: each is offered as long as its note is looked at now and then. */
const MOST = 200;

/** `drafts.json`: comments and replies that are being written and wait for their Save, so that a kill does not take them. */
export class DraftsFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #file: JsonFile<unknown>;
  readonly #queue = new KeyedQueue();
  #isNewer = false;
  #comments: Promise<readonly CommentDraft[]> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = path.join(folder, 'drafts.json');
    this.#file = new JsonFile(this.#path);
  }

  /** In the order they were begun. @param onSetAside hears of it when the file could not be used; null: nothing may be changed */
  read(onSetAside: (() => void) | null): Promise<readonly CommentDraft[]> {
    this.#comments ??= this.#read(onSetAside);
    return this.#comments;
  }

  /**
   * Keeps a comment as it is being written.
   * @param draft null: it was saved, or given up
   */
  keep(on: DraftPlace, draft: CommentDraft | null): Promise<Result<void>> {
    return this.#queue.run('', async () => {
      const kept = await this.read(() => undefined);
      const others = kept.filter(
        ({ note, annotation, reply }) =>
          note !== on.note || annotation !== on.annotation || reply !== on.reply,
      );
      // A newer version keeps more of them than is known here.
      if (this.#isNewer || (draft === null && others.length === kept.length)) return ok();
      const comments = draft ? [...others, draft].slice(-MOST) : others;
      try {
        await new Low<unknown>(this.#file, { schema: DRAFTS_SCHEMA, comments }).write();
        await syncFolder(this.#folder);
      } catch (error) {
        return libraryFailure(error);
      }
      this.#comments = Promise.resolve(comments);
      return ok();
    });
  }

  async #read(onSetAside: (() => void) | null): Promise<readonly CommentDraft[]> {
    try {
      const content = await this.#file.read();
      if (content === null) return [];
      const parsed = readVersioned('drafts', draftsSchema, content);
      this.#isNewer = parsed.is === 'newer';
      if (parsed.is !== 'damaged') return parsed.value?.comments ?? [];
    } catch (error) {
      // Where the system does not let it be read it is not broken: it stays where it is.
      if (!(error instanceof SyntaxError)) return [];
    }
    const kept =
      onSetAside && setAside(this.#folder, this.#path, 'these are not comments that wait for their Save');
    await kept?.then(onSetAside, () => undefined);
    return [];
  }
}

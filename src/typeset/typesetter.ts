import type { Typeset, TypesetRequest } from '../core/briefing';
import { fail, type Result } from '../core/result';
import type { TypesetterOptions } from './messages';

export interface Typesetter {
  /** Loads the compiler and the fonts, so that the next `typeset` is quick. */
  warm(): void;
  /** Sets a briefing; nothing of it is kept for the next. */
  typeset(request: TypesetRequest): Promise<Result<Typeset>>;
}

/** Makes a typesetter that works in this process. */
export function createTypesetter(_options: TypesetterOptions): Typesetter {
  return { warm() {}, typeset: async () => fail('typeset-failed', { message: '' }) };
}

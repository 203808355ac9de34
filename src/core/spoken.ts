import { plainText } from './markdown';

/** Signs that Markdown may read. Most comments have none, and a note may have a thousand. */
const MARKUP = /[*_`~[\]<>&\\]|^\s*(?:#|[-+]\s|\d+[.)]\s)/m;

/** A comment as it is read aloud: without the signs of Markdown. */
export const spokenComment = (comment: string): string =>
  MARKUP.test(comment) ? plainText(comment) : comment;

import { fail, ok, type Result } from './result';

/** In UTF-8: what goes beyond is not looked at by the programs that open the file (ISO 32000-2, 7.6.4.3.3). */
const MOST_BYTES = 127;

/** Spaces that are typed by other keys, and characters without any width (RFC 4013, 2.1). */
const OTHER_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const WITHOUT_WIDTH = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The password of a PDF in the form in which programs compare it (SASLprep, RFC 4013): the same letters open the file whatever
 * keyboard they come from.
 * @returns `password-unusable` where it has characters that cannot be typed, `password-too-long`
 */
export function preparePassword(typed: string): Result<string> {
  const prepared = typed.replace(OTHER_SPACES, ' ').replace(WITHOUT_WIDTH, '').normalize('NFKC');
  if (prepared === '' || !prepared.isWellFormed() || /\p{Cc}/u.test(prepared))
    return fail('password-unusable');
  const bytes = new TextEncoder().encode(prepared).length;
  return bytes > MOST_BYTES ? fail('password-too-long', { max: MOST_BYTES }) : ok(prepared);
}

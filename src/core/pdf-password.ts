import { fail, ok, type Result } from './result';

/** In UTF-8: what goes beyond is not looked at by the programs that open the file (ISO 32000-2, 7.6.4.3.3). */
const MOST_BYTES = 127;

/** Without any width or sign of their own. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{Cc}/u;

/**
 * The password of a PDF as every program compares it. The standard has signs such as № and hard spaces replaced before (SASLprep,
 * RFC 4013), which some programs do and some do not: with such a sign the file would open in half of them.
 * @returns `password-unusable` where it has such a sign or one that cannot be seen, `password-too-long`
 */
export function preparePassword(typed: string): Result<string> {
  const prepared = typed.normalize('NFC');
  const isTheSameEverywhere = prepared === typed.normalize('NFKC') && prepared.isWellFormed();
  if (prepared === '' || !isTheSameEverywhere || UNSEEN.test(prepared)) return fail('password-unusable');
  const bytes = new TextEncoder().encode(prepared).length;
  return bytes > MOST_BYTES ? fail('password-too-long', { max: MOST_BYTES }) : ok(prepared);
}

import type { Briefing } from '../../core/briefing';
import { sourceWords } from '../../core/briefing-parts';
import { base64Lines, fileParameters, wordsField } from './header';

export interface Attachment {
  /** Of the file. */
  readonly name: string;
  /** `application/pdf`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Neither base64 nor a header of ours has these characters together. */
const BOUNDARY = '=_briefing-desk_=';

/**
 * A draft of an e-mail that hands a briefing on: mail programs open it to be addressed and sent (`X-Unsent`). It names nobody, so
 * that it cannot go to somebody by mistake. The same briefing gives the same bytes.
 * @returns a message after RFC 5322 and RFC 2045, in ASCII
 */
export function writeDraft(briefing: Briefing, attachment: Attachment): Uint8Array {
  const title = briefing.title || (briefing.labels.untitled ?? '');
  const marking = briefing.marking === '' ? '' : `[${briefing.marking}] `;
  const body = new TextEncoder().encode(bodyOf(briefing).replace(/\r?\n/g, '\r\n').toWellFormed());
  const lines = [
    'X-Unsent: 1',
    `Date: ${new Date(`${briefing.date}T00:00:00Z`).toUTCString().replace('GMT', '+0000')}`,
    wordsField('Subject', marking + title),
    'MIME-Version: 1.0',
    `Content-Language: ${languageOf(briefing.language)}`,
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(body),
    `--${BOUNDARY}`,
    `Content-Type: ${attachment.type};`,
    fileParameters('name', attachment.name),
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment;',
    fileParameters('filename', attachment.name),
    '',
    base64Lines(attachment.bytes),
    `--${BOUNDARY}--`,
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** Title, source and purpose of each note; the marking first. */
function bodyOf({ notes, marking, labels }: Briefing): string {
  const word = (name: string): string => labels[name] ?? '';
  const paragraphs = notes.map(({ title, source, details }) => {
    const from = [sourceWords(source), source.addressShown].filter((part) => part !== '').join('\n');
    return [
      title || word('untitled'),
      ...(from === '' ? [] : [`${word('source')}: ${from}`]),
      ...(details.purpose === '' ? [] : [`${word('purpose')}: ${details.purpose}`]),
    ].join('\n\n');
  });
  return `${[...(marking === '' ? [] : [marking]), ...paragraphs].join('\n\n')}\n`;
}

const languageOf = (tag: string): string => (/^[A-Za-z0-9-]+$/.test(tag) ? tag : 'en');

import type { Span } from '../../core/highlight';
import { plainText } from '../../core/markdown';
import { fail, ok, type Result } from '../../core/result';
import { KINDS } from '../../core/vocabulary';
import { t } from '../../shared/text';
import { only, readArguments } from '../arguments';
import { Session } from '../session';
import { choiceOf, type ExitCode, refuse, type Terminal, UsageError } from '../terminal';

/** How much of a quote stands in a message. */
const SHOWN = 60;

/** `annotate NOTE --quote TEXT [--nth N] --kind KIND [--comment TEXT]` */
export async function annotate(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    quote: { type: 'string' },
    nth: { type: 'string' },
    kind: { type: 'string' },
    comment: { type: 'string' },
  });
  const named = only(positionals, 'NOTE');
  if (values.quote === undefined) throw new UsageError(t('cli.missing', { what: '--quote' }));
  if (values.kind === undefined) throw new UsageError(t('cli.missing', { what: '--kind' }));
  const kind = choiceOf('--kind', values.kind, KINDS);
  if (values.nth !== undefined && !/^[1-9]\d{0,8}$/.test(values.nth)) {
    throw new UsageError(t('cli.bad-number', { option: '--nth', value: values.nth }));
  }
  const session = new Session(terminal, values);
  const note = await session.note(named);
  if (!note.ok) return refuse(terminal, note.error);
  const nth = values.nth === undefined ? null : Number(values.nth);
  const passage = findQuote(plainText(note.value.text), values.quote, nth);
  if (!passage.ok) return refuse(terminal, passage.error);
  const known = new Set(note.value.annotations.map(({ id }) => id));
  const done = await session.app.handlers['library.apply'](
    {
      operation: {
        type: 'annotate',
        note: note.value.id,
        kind,
        ...passage.value,
        comment: values.comment ?? '',
      },
    },
    { paths: [] },
  );
  await session.close();
  if (!done.ok) return refuse(terminal, done.error);
  const made = done.value.notes[0]?.annotations.find(({ id }) => !known.has(id));
  terminal.out(`${made?.id ?? ''}\n`);
  return 0;
}

/**
 * Where a quote stands in a text. White space in it fits any white space.
 * @param nth which one, from 1; null: it has to be the only one
 */
export function findQuote(text: string, quote: string, nth: number | null): Result<Span> {
  const shown = quote.length > SHOWN ? `${quote.slice(0, SHOWN).toWellFormed()}…` : quote;
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return fail('passage-empty');
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+');
  const found = [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
  const count = found.length;
  const one = found[(nth ?? 1) - 1];
  if (count === 0) return fail('quote-not-found', { quote: shown });
  if (nth === null && count > 1) return fail('quote-ambiguous', { quote: shown, count });
  if (!one) return fail('quote-nth', { quote: shown, count, nth: nth ?? 1 });
  return ok(one);
}

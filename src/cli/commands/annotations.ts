import path from 'node:path';
import { defaultChoices, REPORTED } from '../../core/vocabulary';
import { t, warningText } from '../../shared/text';
import { only, readArguments } from '../arguments';
import { FORCE_OPTION, mayWrite } from '../replacing';
import { Session } from '../session';
import { type ExitCode, inOneLine, refuse, row, shownPath, type Terminal, UsageError } from '../terminal';

/** `annotations NOTE --to FILE` or `annotations NOTE --from FILE` */
export async function annotations(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    to: { type: 'string' },
    from: { type: 'string' },
    ...FORCE_OPTION,
  });
  const named = only(positionals, 'NOTE');
  const { to, from } = values;
  if (to !== undefined && from !== undefined) throw new UsageError(t('cli.one-direction'));
  const given = to ?? from;
  if (!given) throw new UsageError(t('cli.missing', { what: '--to' }));
  const file = path.resolve(terminal.cwd, given);
  const session = new Session(terminal, values);
  const note = await session.note(named);
  if (!note.ok) return refuse(terminal, note.error);

  if (to !== undefined) {
    const free = await mayWrite(terminal, file, values.force);
    if (!free.ok) return refuse(terminal, free.error);
    const target = { path: file, format: 'jsonld', choices: defaultChoices } as const;
    const written = await session.app.exportTo([note.value], note.value.title, target);
    await session.close();
    if (!written.ok) return refuse(terminal, written.error);
    terminal.out(row(shownPath(terminal.cwd, file)));
    return 0;
  }
  const imported = await session.app.importAnnotations(note.value.id, file);
  await session.close();
  if (!imported.ok) return refuse(terminal, imported.error);
  const { counts, warnings } = imported.value;
  for (const warning of warnings) terminal.err(`${inOneLine(warningText(warning))}\n`);
  for (const what of REPORTED) terminal.out(row(what, String(counts[what])));
  return 0;
}

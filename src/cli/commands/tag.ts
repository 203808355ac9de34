import { t } from '../../shared/text';
import { only, readArguments } from '../arguments';
import { Session } from '../session';
import { type ExitCode, inOneLine, refuse, type Terminal, UsageError } from '../terminal';

/** `tag NOTE +TAG… -TAG…` */
export async function tag(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const add: string[] = [];
  const remove: string[] = [];
  const others: string[] = [];
  for (const [index, argument] of args.entries()) {
    // The value of an option may begin with anything.
    if (args[index - 1] === '--data') others.push(argument);
    else if (/^\+./.test(argument)) add.push(argument.slice(1));
    else if (/^-[^-]/.test(argument)) remove.push(argument.slice(1));
    else others.push(argument);
  }
  const { values, positionals } = readArguments(others, {});
  const [named = '', unsigned] = positionals;
  if (unsigned !== undefined) throw new UsageError(t('cli.unsigned-tag', { tag: unsigned }));
  only(positionals, 'NOTE');
  if (add.length + remove.length === 0) throw new UsageError(t('cli.missing', { what: '+TAG' }));
  const session = new Session(terminal, values);
  const note = await session.note(named);
  if (!note.ok) return refuse(terminal, note.error);
  const operation = { type: 'tag', notes: [note.value.id], add, remove } as const;
  const tagged = await session.app.handlers['library.apply'](
    { operation: { ...operation, notes: [note.value.id] } },
    { paths: [] },
  );
  await session.close();
  if (!tagged.ok) return refuse(terminal, tagged.error);
  const [changed = note.value] = tagged.value.notes;
  terminal.out(changed.tags.map((each) => `${inOneLine(each)}\n`).join(''));
  return 0;
}

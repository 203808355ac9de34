import { t } from '../../shared/text';
import { readArguments } from '../arguments';
import { LISTED_OPTIONS, listed } from '../listed';
import { Session } from '../session';
import { type ExitCode, refuse, row, type Terminal, UsageError } from '../terminal';

/** `list [--tag T] [--search Q] [--json]` */
export async function list(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    ...LISTED_OPTIONS,
    json: { type: 'boolean' },
  });
  const [more] = positionals;
  if (more !== undefined) throw new UsageError(t('cli.too-many', { argument: more }));
  const session = new Session(terminal, values);
  const notes = await listed(session, values);
  if (!notes.ok) return refuse(terminal, notes.error);
  if (values.json) {
    const rows = notes.value.map(({ id, title, tags, source, created, updated, annotations }) => ({
      ...{ id, title, tags, source, created, updated, annotations },
    }));
    terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    terminal.out(notes.value.map(({ id, title, tags }) => row(id, title, tags.join(', '))).join(''));
    if (notes.value.length === 0) terminal.err(`${t('cli.nothing-found')}\n`);
  }
  await session.close();
  return 0;
}

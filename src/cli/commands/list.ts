import { isWithin } from '../../core/tags';
import { t } from '../../shared/text';
import { readArguments } from '../arguments';
import { Session } from '../session';
import { type ExitCode, refuse, row, type Terminal, UsageError } from '../terminal';

/** `list [--tag T] [--search Q] [--json]` */
export async function list(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    tag: { type: 'string' },
    search: { type: 'string' },
    json: { type: 'boolean' },
  });
  const [more] = positionals;
  if (more !== undefined) throw new UsageError(t('cli.too-many', { argument: more }));
  const session = new Session(terminal, values);
  const opened = await session.open();
  const all = opened.ok ? await session.app.summaries() : opened;
  if (!all.ok) return refuse(terminal, all.error);
  const query = values.search ?? '';
  const found = await session.app.handlers['library.search']({ query }, { paths: [] });
  if (!found.ok) return refuse(terminal, found.error);
  const ids = new Set(found.value.notes);
  const { tag } = values;
  const notes = all.value.filter(
    ({ id, tags, trashed }) =>
      trashed === null && ids.has(id) && (tag === undefined || tags.some((each) => isWithin(each, tag))),
  );
  if (values.json) {
    const rows = notes.map(({ id, title, tags, source, created, updated, annotations }) => ({
      ...{ id, title, tags, source, created, updated, annotations },
    }));
    terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
  } else {
    terminal.out(notes.map(({ id, title, tags }) => row(id, title, tags.join(', '))).join(''));
    if (notes.length === 0) terminal.err(`${t('cli.nothing-found')}\n`);
  }
  await session.close();
  return 0;
}

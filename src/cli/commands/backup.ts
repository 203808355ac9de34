import path from 'node:path';
import { t } from '../../shared/text';
import { readArguments } from '../arguments';
import { Session } from '../session';
import { type ExitCode, inOneLine, refuse, type Terminal, UsageError, working } from '../terminal';

/** `backup [--to FOLDER]` */
export async function backup(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { to: { type: 'string' } });
  const [more] = positionals;
  if (more !== undefined) throw new UsageError(t('cli.too-many', { argument: more }));
  if (values.to === '') throw new UsageError(t('cli.empty-value', { option: '--to' }));
  const session = new Session(terminal, values);
  const opened = await session.open();
  if (!opened.ok) return refuse(terminal, opened.error);
  const to = values.to === undefined ? null : path.resolve(terminal.cwd, values.to);
  const made = await session.app.backUp(to, working(terminal));
  await session.close();
  if (!made.ok) return refuse(terminal, made.error);
  terminal.out(`${inOneLine(made.value.path)}\n`);
  return 0;
}

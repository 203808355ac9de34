import path from 'node:path';
import { t } from '../../shared/text';
import { only, readArguments } from '../arguments';
import { Session } from '../session';
import { type ExitCode, inOneLine, refuse, type Terminal, UsageError, working } from '../terminal';

/** `restore ZIP --to FOLDER`: as a new library; the one that `--data` names is not touched. */
export async function restore(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { to: { type: 'string' } });
  const zip = only(positionals, 'ZIP');
  if (!values.to) throw new UsageError(t('cli.missing', { what: '--to FOLDER' }));
  const { app } = new Session(terminal, values);
  const folder = path.resolve(terminal.cwd, values.to);
  const restored = await app.restoreTo(folder, path.resolve(terminal.cwd, zip), working(terminal));
  if (!restored.ok) return refuse(terminal, restored.error);
  terminal.out(`${inOneLine(folder)}\n`);
  terminal.err(`${t('cli.restored', { count: restored.value.notes })}\n`);
  return 0;
}

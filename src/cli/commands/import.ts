import path from 'node:path';
import { failureText, t, warningText } from '../../shared/text';
import { readArguments } from '../arguments';
import { readPassword } from '../password';
import { Session } from '../session';
import { about, type ExitCode, inOneLine, refuse, row, type Terminal, UsageError } from '../terminal';

/** `import FILE|FOLDER… [--password-file FILE]` */
export async function importFiles(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { 'password-file': { type: 'string' } });
  if (positionals.length === 0) throw new UsageError(t('cli.missing', { what: 'FILE' }));
  const from = values['password-file'];
  const password = from === undefined ? null : readPassword(terminal.cwd, from);
  if (password !== null && !password.ok) return refuse(terminal, password.error);
  const session = new Session(terminal, values);
  const opened = await session.open();
  if (!opened.ok) return refuse(terminal, opened.error);
  let failed = false;
  const imported = await session.app.importPaths(
    positionals.map((file) => path.resolve(terminal.cwd, file)),
    {
      ...(password && { password: password.value }),
      onFile: (file) => {
        if ('error' in file) {
          failed = true;
          terminal.err(`${inOneLine(about(file.file, failureText(file.error)))}\n`);
        } else terminal.out(row(file.note, file.title, file.warnings.map(warningText).join(' ')));
      },
      onProgress: (done, all) => {
        if (!terminal.errIsScreen || all < 2) return;
        terminal.err(`\r${t('cli.importing', { done, all })}${done === all ? '\n' : ''}`);
      },
    },
  );
  await session.close();
  if (!imported.ok) return refuse(terminal, imported.error);
  return failed ? 1 : 0;
}

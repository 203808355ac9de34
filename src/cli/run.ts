import { t } from '../shared/text';
import { type ExitCode, inOneLine, type Terminal, UsageError } from './terminal';

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** Each is loaded when it is called: most need little of the app. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['list', async () => (await import('./commands/list')).list],
  ['show', async () => (await import('./commands/show')).show],
  ['import', async () => (await import('./commands/import')).importFiles],
  ['tag', async () => (await import('./commands/tag')).tag],
  ['annotate', async () => (await import('./commands/annotate')).annotate],
  ['annotations', async () => (await import('./commands/annotations')).annotations],
  ['figures', async () => (await import('./commands/figures')).figures],
  ['export', async () => (await import('./commands/export')).exportNotes],
  ['verify', async () => (await import('./commands/verify')).verify],
  ['backup', async () => (await import('./commands/backup')).backup],
  ['restore', async () => (await import('./commands/restore')).restore],
]);

/**
 * Carries out a command line.
 * @param args without the program
 * @param version of the app
 */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitCode> {
  const { name, rest, help } = readCommand(args);
  const command = name === null ? undefined : COMMANDS.get(name);
  try {
    if (!command && (args.includes('--version') || args.includes('-v'))) {
      terminal.out(`${version}\n`);
      return 0;
    }
    if (help && (command || name === null)) {
      terminal.out(`${command ? t(`cli.help.${name}`) : t('cli.usage')}\n`);
      return 0;
    }
    if (name === null) throw new UsageError(t('cli.no-command'));
    if (!command) throw new UsageError(t('cli.unknown-command', { command: name }));
    return await (await command())(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = t('cli.see-help', { command: command && name ? name : '' }).replace(/ {2,}/g, ' ');
      terminal.err(`${inOneLine(`${error.message} ${help}`)}\n`);
      return 2;
    }
    // A bug: its name is enough to find it, its words may name folders of the machine.
    const what = error instanceof Error ? error.name : typeof error;
    terminal.err(`${t('cli.unexpected', { what })}\n`);
    return 1;
  }
}

/** The command may stand after `--data DIR` too. */
function commandOf(args: readonly string[]): { name: string | null; rest: readonly string[] } {
  let at = 0;
  while (at < args.length && args[at]?.startsWith('-')) at += args[at] === '--data' ? 2 : 1;
  const name = args[at] ?? null;
  return { name, rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

/** `help` alone, `help COMMAND`, or an option that asks for it. */
function readCommand(args: readonly string[]): ReturnType<typeof commandOf> & { help: boolean } {
  const read = commandOf(args);
  if (read.name === 'help') return { ...commandOf(read.rest), help: true };
  const end = read.rest.indexOf('--');
  const options = end < 0 ? read.rest : read.rest.slice(0, end);
  // After a note, `tag` takes -h for a tag to be removed.
  const short = read.name === 'tag' ? options[0] === '-h' : options.includes('-h');
  return { ...read, help: short || options.includes('--help') };
}

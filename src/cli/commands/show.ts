import { writeNote } from '../../formats/registry';
import { only, readArguments } from '../arguments';
import { Session } from '../session';
import { type ExitCode, printDocument, refuse, type Terminal } from '../terminal';

/** `show NOTE [--json]` */
export async function show(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const named = only(positionals, 'NOTE');
  const session = new Session(terminal, values);
  const note = await session.note(named);
  const written = note.ok ? await writeNote(note.value, values.json ? 'json' : 'md') : note;
  await session.close();
  if (!written.ok) return refuse(terminal, written.error);
  printDocument(terminal, new TextDecoder().decode(written.value.value));
  return 0;
}

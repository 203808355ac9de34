import { type FigureCheck, figureSource, isToLookAt, noteFigures, type WrittenIn } from '../../core/figures';
import { plainText } from '../../core/markdown';
import { figureText } from '../../shared/figure-words';
import { t } from '../../shared/text';
import { only, readArguments } from '../arguments';
import { Session } from '../session';
import { type ExitCode, refuse, row, type Terminal } from '../terminal';

/** `figures NOTE [--json]` */
export async function figures(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
  const named = only(positionals, 'NOTE');
  const session = new Session(terminal, values);
  const opened = await session.note(named);
  await session.close();
  if (!opened.ok) return refuse(terminal, opened.error);
  const note = opened.value;
  const source = figureSource(plainText(note.text), note.language, note.source.date);
  const found = noteFigures(note, source).flatMap(({ written, checks }) =>
    checks.map((check) => ({ written: nameOf(written), check })),
  );
  terminal.out(
    values.json
      ? `${JSON.stringify(found.map(asData), null, 2)}\n`
      : found
          .map(({ written, check }) =>
            row(written, check.figure.written, check.state, figureText(check, source.text)),
          )
          .join(''),
  );
  const count = found.filter(({ check }) => isToLookAt(check)).length;
  if (count === 0) return 0;
  terminal.err(`${t('cli.figures-to-look-at', { count })}\n`);
  return 1;
}

const nameOf = (written: WrittenIn): string =>
  written.part === 'comment' ? written.annotation.id : written.part;

function asData({ written, check }: { written: string; check: FigureCheck }) {
  const { figure, state } = check;
  return {
    written,
    figure: figure.written,
    state,
    where: check.state === 'not-in-source' ? null : check.where,
    there: thereOf(check).map(({ written: words, start, end }) => ({ words, start, end })),
  };
}

/** The figures of the text that a check names. */
function thereOf(check: FigureCheck) {
  switch (check.state) {
    case 'found':
      return [check.there];
    case 'different':
      return check.there;
    case 'not-in-source':
      return check.other ? [check.other] : [];
  }
}

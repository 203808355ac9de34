import type { Finding } from '../../core/findings';
import { ok, type Result } from '../../core/result';
import { t } from '../../shared/text';
import { dataFolder } from '../../store/data-folder';
import { type Repair, repairLibrary } from '../../store/verify/repair';
import { isWrong, type VerifyOptions, verifyLibrary } from '../../store/verify/verify';
import { readArguments } from '../arguments';
import { type ExitCode, inOneLine, refuse, type Terminal, UsageError } from '../terminal';

/** `verify [--repair] [--json]` */
export async function verify(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, {
    repair: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [more] = positionals;
  if (more !== undefined) throw new UsageError(t('cli.too-many', { argument: more }));
  const options: VerifyOptions = {
    folder: dataFolder(values.data ?? null, terminal.env, terminal.cwd),
    now: Date.now(),
    onProgress: (done, all) => {
      if (!terminal.errIsScreen || all === 0) return;
      terminal.err(`\r${t('cli.checking', { done, all })}${done === all ? '\n' : ''}`);
    },
  };
  const checked = values.repair ? await repairLibrary(options) : await checkOnly(options);
  if (!checked.ok) return refuse(terminal, checked.error);
  const wrong = checked.value.report.findings.filter(isWrong).length;
  terminal.out(values.json ? asJson(checked.value) : asLines(checked.value));
  return wrong === 0 ? 0 : 1;
}

async function checkOnly(options: VerifyOptions): Promise<Result<Repair>> {
  const report = await verifyLibrary(options);
  return report.ok ? ok({ copy: null, mended: [], report: report.value }) : report;
}

/** What is wrong with which file, in one line. */
const textOf = ({ code, details }: Finding): string => inOneLine(t(`cli.finding.${code}`, details));

function asLines({ copy, mended, report: { notes, findings } }: Repair): string {
  const count = findings.filter(isWrong).length;
  const lines = [
    ...(copy === null ? [] : [t('cli.copied', { copy })]),
    ...mended.map((finding) => t('cli.mended', { finding: textOf(finding) })),
    ...findings.map(textOf),
    t('cli.checked', { notes: t('cli.notes', { count: notes }), wrong: t('cli.wrong', { count }) }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function asJson({ copy, mended, report: { notes, findings } }: Repair): string {
  const plain = (finding: Finding) => {
    const { level, code, details } = finding;
    return { level, code, ...details, text: textOf(finding) };
  };
  const data = { notes, wrong: findings.filter(isWrong).length, copy };
  return `${JSON.stringify({ ...data, mended: mended.map(plain), findings: findings.map(plain) }, null, 2)}\n`;
}

import path from 'node:path';
import type { BackupWork } from '../core/ports';
import type { Failure } from '../core/result';
import { failureText, t } from '../shared/text';
import { writeFailure } from '../store/failures';

/** Where a command was started, and where its words go. */
export interface Terminal {
  /** What relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A person reads stdout, or stderr, as it comes. */
  readonly outIsScreen: boolean;
  readonly errIsScreen: boolean;
  out(text: string): void;
  err(text: string): void;
  /** Asks the person a question that is answered with yes or no; null: nobody is there to be asked. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
  /** The program that sets pages in a process of its own, absolute; null: they are set in this one. */
  readonly typesetProgram: string | null;
}

/** Long work: how far it is is shown where a person reads it. It is ended by ending the program. */
export function working(terminal: Terminal): BackupWork {
  let shown = '';
  return {
    signal: new AbortController().signal,
    progress: (label, done) => {
      if (!terminal.errIsScreen || done === null) return;
      const text = t(`cli.${label}`, { percent: Math.round(done * 100) });
      if (text === shown) return;
      shown = text;
      terminal.err(`\r${text}${done === 1 ? '\n' : ''}`);
    },
  };
}

/** 0 done, 1 could not be done, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The command was not understood; the message says what is wrong with it. */
export class UsageError extends Error {}

/** Control characters of a note's words would be orders to the terminal, and part the lines and columns of a list. */
export const inOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** A row of a list: columns parted by tabs. */
export const row = (...columns: readonly string[]): string => `${columns.map(inOneLine).join('\t')}\n`;

/** Says why a command could not be carried out, in one line. */
export function refuse(terminal: Terminal, error: Failure): ExitCode {
  terminal.err(`${inOneLine(failureText(error))}\n`);
  return 1;
}

/** A message about a file, which is named if it does not say so itself. */
export const about = (file: string, message: string): string =>
  message.includes(file) ? message : t('cli.about', { file, message });

/** A path as a person would write it from where they are. */
export function shownPath(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

/** Why the results did not reach stdout, in one line. */
export function outputFailureText(error: unknown): string {
  const isFull = writeFailure(error, '').error.code === 'disk-full';
  return `${t('cli.output-failed', isFull ? { context: 'disk-full' } : {})}\n`;
}

/** Prints a document as it is; on a screen without what would be orders to the terminal. */
export function printDocument(terminal: Terminal, text: string): void {
  terminal.out(terminal.outIsScreen ? text.replace(/[^\P{Cc}\n\t]/gu, '') : text);
}

/** One of the allowed values of an option, whether it is typed in capitals or not. */
export function choiceOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found === undefined) {
    throw new UsageError(t('cli.bad-value', { option, value, values: allowed.join(', ') }));
  }
  return found;
}

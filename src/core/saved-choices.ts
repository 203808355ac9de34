import { fail, ok, type Result } from './result';
import type { ExportChoices } from './vocabulary';

/** Choices of an export under a name that a person gave them. */
export interface SavedChoices {
  readonly name: string;
  readonly choices: ExportChoices;
}

/** Most that are kept. */
export const MAX_SAVED_CHOICES = 100;
/** Longest name, in UTF-16 code units. */
export const MAX_CHOICES_NAME = 80;

/** A name as it is kept: without space at its ends, and with one between its words. */
export const choicesName = (given: string): string =>
  given.toWellFormed().replace(/\s+/g, ' ').trim().slice(0, MAX_CHOICES_NAME).trim();

/** Names that differ in capitals alone are one. */
export const isSameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const byName = (a: SavedChoices, b: SavedChoices): number =>
  a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1;

/** With these choices under this name, in the place of those that had it. @returns `choices-full` */
export function withSaved(all: readonly SavedChoices[], saved: SavedChoices): Result<SavedChoices[]> {
  const others = all.filter(({ name }) => !isSameName(name, saved.name));
  if (others.length >= MAX_SAVED_CHOICES) return fail('choices-full', { max: MAX_SAVED_CHOICES });
  return ok([...others, saved].sort(byName));
}

/** Under another name. @returns `choices-unknown`, or `choices-name-taken` by others */
export function renamed(all: readonly SavedChoices[], from: string, to: string): Result<SavedChoices[]> {
  const found = all.find(({ name }) => isSameName(name, from));
  if (!found) return unknown(all, from);
  const others = all.filter((each) => each !== found);
  if (others.some(({ name }) => isSameName(name, to))) return fail('choices-name-taken', { name: to });
  return ok([...others, { ...found, name: to }].sort(byName));
}

export const withoutSaved = (all: readonly SavedChoices[], gone: string): SavedChoices[] =>
  all.filter(({ name }) => !isSameName(name, gone));

/** The choices that have this name. @returns `choices-unknown` */
export function savedNamed(all: readonly SavedChoices[], wanted: string): Result<ExportChoices> {
  const found = all.find(({ name }) => isSameName(name, choicesName(wanted)));
  return found ? ok(found.choices) : unknown(all, wanted);
}

const unknown = (all: readonly SavedChoices[], name: string): Result<never> =>
  fail('choices-unknown', { name, names: all.map((each) => each.name).join(', ') || '–' });

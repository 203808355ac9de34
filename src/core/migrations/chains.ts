import {
  DRAFTS_SCHEMA,
  LIBRARY_SCHEMA,
  MANIFEST_SCHEMA,
  NOTE_SCHEMA,
  SETTINGS_SCHEMA,
  VIEW_SCHEMA,
} from '../vocabulary';
import type { Chain } from './chain';
import { draftsFrom1 } from './drafts-from-1';
import { noteFrom1 } from './note-from-1';
import { noteFrom2 } from './note-from-2';
import { settingsFrom1 } from './settings-from-1';
import { settingsFrom2 } from './settings-from-2';
import { viewFrom0 } from './view-from-0';

/**
 * Every kind of file that is read in all its versions. (The index is derived: one of another version is made anew.) A change of
 * shape is a new number in `vocabulary.ts`, a step here, and a fixture of the old version in `fixtures/migrations/KIND/`.
 */
export const CHAINS = {
  note: { unnumbered: null, current: NOTE_SCHEMA, steps: { 1: noteFrom1, 2: noteFrom2 } },
  library: { unnumbered: null, current: LIBRARY_SCHEMA, steps: {} },
  settings: { unnumbered: null, current: SETTINGS_SCHEMA, steps: { 1: settingsFrom1, 2: settingsFrom2 } },
  view: { unnumbered: 0, current: VIEW_SCHEMA, steps: { 0: viewFrom0 } },
  drafts: { unnumbered: null, current: DRAFTS_SCHEMA, steps: { 1: draftsFrom1 } },
  manifest: { unnumbered: null, current: MANIFEST_SCHEMA, steps: {} },
} as const satisfies Readonly<Record<string, Chain>>;

export type FileKind = keyof typeof CHAINS;

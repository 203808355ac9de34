import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ok } from '../core/result';
import type { EventName, Events } from '../shared/contract';
import { createLateBackups } from '../store/backup/late';
import { createFiles } from '../store/files';
import { createIds } from '../store/ids';
import { createLibraryFolder } from '../store/open-library';
import { createOwnLayouts } from '../store/own-layouts';
import { type App, createApp } from './create-app';
import { noDialogs } from './no-dialogs';
import type { Ports } from './ports';

/** An event that the app sent. */
export type Sent = { [E in EventName]: { readonly event: E; readonly payload: Events[E] } }[EventName];

export interface TestApp extends App {
  readonly sent: readonly Sent[];
  /** The data folder. */
  readonly folder: string;
}

/** A folder that goes when the test is over. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The app on a real folder, with dialogs and a typesetter that do as the test says. */
export async function testApp(
  options: { folder?: string; empty?: boolean; ports?: Partial<Ports> } = {},
): Promise<TestApp> {
  const folder = options.folder ?? (await testFolder());
  const sent: Sent[] = [];
  const app = createApp({
    library: createLibraryFolder({ folder, empty: options.empty ?? false }),
    files: createFiles(path.resolve('resources/first-note.md')),
    backups: createLateBackups({ library: folder, app: '1.2.3' }),
    dialogs: noDialogs,
    layouts: createOwnLayouts(folder),
    typesetter: {
      prepare: () => undefined,
      typeset: async () => ok({ pdf: new TextEncoder().encode('%PDF-'), warnings: [] }),
    },
    now: () => '2026-11-24T10:00:00.000Z',
    newId: createIds(),
    emit: (event, payload) => sent.push({ event, payload } as Sent),
    ...options.ports,
  });
  // Before the folder goes: what the app has begun by itself is still looking at it.
  onTestFinished(() => app.close());
  return { ...app, sent, folder };
}

/** The value of a result that has to be one. */
export function unwrap<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}

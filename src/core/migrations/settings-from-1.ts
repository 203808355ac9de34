import type { Step } from './chain';

/** Version 1 had no backups: they begin once a folder is chosen. */
export const settingsFrom1: Step = (old) => ({ ...old, backup: { folder: null, daily: true } });

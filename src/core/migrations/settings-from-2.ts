import type { Step } from './chain';

/** Version 2 had no saved choices. */
export const settingsFrom2: Step = (old) => ({ ...old, choices: [] });

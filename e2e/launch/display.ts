/** Puts this worker on the display that is its own, where the tests' run has made some: every app it starts inherits it. */
export function takeOwnDisplay(): void {
  const { BRIEFING_DESK_TEST_DISPLAYS: displays, TEST_PARALLEL_INDEX: worker } = process.env;
  if (displays === undefined || worker === undefined) return;
  const made: unknown = JSON.parse(displays);
  if (!Array.isArray(made) || made.length === 0) return;
  Object.assign(process.env, made[Number(worker) % made.length]);
}

/**
 * A failure that a person can do something about: what happened, why, and what to do.
 * Each is one plain sentence.
 */
export class SetupError extends Error {
  /**
   * @param {string} what
   * @param {string} why
   * @param {string} todo
   */
  constructor(what, why, todo) {
    super(what);
    this.name = 'SetupError';
    this.why = why;
    this.todo = todo;
  }
}

/**
 * Says one step on one line. Steps go to stderr, so that stdout holds results only.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Says what is being waited for: on a terminal in one line that changes, elsewhere a line every ten seconds.
 * @param {() => string} describe the line as it is now
 * @returns {() => void} ends it
 */
export function startProgress(describe) {
  const terminal = process.stderr.isTTY;
  const show = () => {
    if (terminal) process.stderr.write(`\r\x1b[K${describe()}`);
    else say(describe());
  };
  const timer = setInterval(show, terminal ? 500 : 10_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write('\r\x1b[K');
  };
}

/**
 * Seconds since a moment, for people.
 * @param {number} start as of performance.now()
 * @returns {string} such as "1.2 s"
 */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/**
 * Tells a person about a failure, without a stack trace.
 * @param {unknown} error
 */
export function sayFailure(error) {
  if (error instanceof SetupError) {
    say('');
    say(`Failed: ${error.message}`);
    say(`Why: ${error.why}`);
    say(`What to do: ${error.todo}`);
    return;
  }
  say(`Failed: something unexpected happened: ${error instanceof Error ? error.message : String(error)}`);
  say('What to do: run it again with BRIEFING_DESK_DEBUG=1 set, and report what it prints.');
  if (process.env.BRIEFING_DESK_DEBUG && error instanceof Error) say(String(error.stack));
}

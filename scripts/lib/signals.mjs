import { watchNpm } from './npm-watch.mjs';

const signalNumbers = /** @type {const} */ ({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 });

/** @typedef {keyof typeof signalNumbers} EndSignal */

/**
 * The exit code by which a shell shows that a signal has ended a program.
 * @param {EndSignal} signal
 * @returns {number}
 */
function exitCodeOf(signal) {
  return 128 + signalNumbers[signal];
}

/** @type {(signal: EndSignal) => void} */
let handler = (signal) => process.exit(exitCodeOf(signal));

/**
 * Decides what happens when somebody asks this process to end; without a decision it exits in order,
 * so that what `process.on('exit')` cleans up is cleaned up.
 * @param {(signal: EndSignal) => void} newHandler
 * @returns {() => void} takes the decision back
 */
export function onEndSignal(newHandler) {
  const before = handler;
  handler = newHandler;
  return () => {
    handler = before;
  };
}

/** Listens for the ways in which people and programs ask us to end. */
export function listenForEndSignals() {
  for (const signal of /** @type {EndSignal[]} */ (Object.keys(signalNumbers))) {
    process.on(signal, () => handler(signal));
  }
  watchNpm(() => handler('SIGTERM'));
}

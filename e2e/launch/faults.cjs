/**
 * Loaded before the app, so that a test can let calls of the system fail later: `inject({call, does})` on files of notes, until
 * `mend()`. `does` is an error's code, or `wait` (for `sync` only, as the others are made at once).
 */
const fs = require('node:fs');

let fault = null;
const waiting = [];
const paths = new Map();

const hits = (call, file) => fault?.call === call && /[\\/]notes[\\/].*\.json\./.test(String(file));
const failure = () => Object.assign(new Error(`${fault.does}: injected`), { code: fault.does });

for (const [call, name] of [
  ['open', 'openSync'],
  ['rename', 'renameSync'],
]) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (hits(call, given[0])) throw failure();
    const result = real(...given);
    if (call === 'open') paths.set(result, given[0]);
    return result;
  };
}

const { fsync } = fs;
/** More than the app waits for at once, in ms: what is waited for at once can neither wait longer nor be looked at meanwhile. */
const SLOW = 3;
const sync = (descriptor, done) => fsync(descriptor, (error) => setTimeout(done, SLOW, error));
fs.fsync = (descriptor, done) => {
  if (!hits('sync', paths.get(descriptor))) return sync(descriptor, done);
  if (fault.does === 'wait') waiting.push(() => sync(descriptor, done));
  else setImmediate(done, failure());
};

globalThis.faults = {
  inject(next) {
    fault = next;
  },
  mend() {
    fault = null;
    for (const go of waiting.splice(0)) go();
  },
};

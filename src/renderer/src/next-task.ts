/** Resolves in a task of its own: what waits for the page, a key or a frame, comes first. */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Does some things one after another, each when there is nothing else to do. @returns what leaves out those that are left */
export function whenIdle(things: readonly (() => void)[]): () => void {
  let next = 0;
  let waiting = 0;
  const goOn = (): void => {
    things[next]?.();
    next += 1;
    if (next < things.length) waiting = requestIdleCallback(goOn);
  };
  waiting = requestIdleCallback(goOn);
  return () => cancelIdleCallback(waiting);
}

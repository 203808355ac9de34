import type { ElectronApplication } from '@playwright/test';

/** What older Electrons have in the place of `read`. */
interface OlderClipboard {
  readHTML?(): string;
}

/** The formatted text and the plain text on the system's clipboard. */
export const copiedText = (app: ElectronApplication): Promise<{ html: string; text: string }> =>
  app.evaluate(async ({ clipboard }) => {
    const text = await clipboard.readText();
    const older = (clipboard as unknown as OlderClipboard).readHTML?.();
    if (older !== undefined) return { html: older, text };
    const [item] = await clipboard.read();
    const html = item?.types.includes('text/html') ? await item.getType('text/html') : null;
    return { html: (await html?.text()) ?? '', text };
  });

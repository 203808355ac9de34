import path from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { answerSaveDialog } from '../launch/dialogs';
import type { Desk } from './desk';

export const exportDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Export' });

/** Exports the open note to a file. @param choices by the names of their groups */
export async function exportTo(
  desk: Desk,
  app: ElectronApplication,
  file: string,
  choices: Record<string, string> = {},
): Promise<void> {
  await answerSaveDialog(app, file);
  await desk.button('Export').click();
  const dialog = exportDialog(desk.page);
  for (const [group, name] of Object.entries(choices)) {
    await dialog.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true }).check();
  }
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(desk.message(`Saved “${path.basename(file)}”`)).toBeVisible({ timeout: 30_000 });
}

import type { Locator, Page } from '@playwright/test';

/** What is chosen of the PDF itself in the export dialog. */
export class PdfFields {
  readonly dialog: Locator;
  readonly password: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export' });
    this.password = this.dialog.getByLabel('Password to open');
    this.save = this.dialog.getByRole('button', { name: 'Save as…' });
  }

  checkbox(name: string): Locator {
    return this.dialog.getByRole('checkbox', { name, exact: true });
  }

  radio(group: string, name: string): Locator {
    return this.dialog.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });
  }
}

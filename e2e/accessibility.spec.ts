import { expect, expectNoAxeViolations, test } from './fixtures';
import { Desk } from './pages/desk';

for (const theme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility violation (${theme})`, async ({ launch }) => {
    test.slow();
    const { page } = await launch({ theme });
    const desk = new Desk(page);
    await desk.annotate(
      'Belarusian exports to the Russian region rose 21%',
      'Key fact',
      'With a **comment**',
    );
    await desk.annotate('resume supplies of logging machines', 'Action', 'Ask');
    await desk.addTag('trade/exports');
    await expectNoAxeViolations(page);

    await desk.select('mulling over the ways');
    await expect(desk.toolbar).toBeVisible();
    await expectNoAxeViolations(page);
    await desk.toolbar.getByRole('button', { name: 'Remark' }).click();
    await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
    await expectNoAxeViolations(page);
    await desk.margin.getByRole('button', { name: 'Cancel' }).click();

    await desk.tagField.fill('t');
    await expectNoAxeViolations(page);
    await desk.tagField.fill('');

    await desk.button('More').click();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');

    await desk.button('Edit').click();
    await expect(desk.editor).toBeVisible();
    await expectNoAxeViolations(page);
    await desk.editor.fill('Nothing of it is left.');
    await desk.button('Done').click();
    await expect(page.getByRole('region', { name: 'Annotations without a passage' })).toBeVisible();
    await expectNoAxeViolations(page);

    await desk.search.fill('no such words');
    await expect(page.getByText('No note here holds')).toBeVisible();
    await expectNoAxeViolations(page);
    await desk.search.fill('');

    for (const [key, dialog] of [
      ['Control+e', 'Export'],
      ['Control+,', 'Settings'],
      ['Control+k', 'Command palette'],
      ['F1', 'Keyboard shortcuts'],
    ] as const) {
      await page.keyboard.press(key);
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Source and details' }).click();
    await expect(page.getByRole('dialog', { name: 'Source and details' })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+Backspace');
    await desk.library.getByRole('button', { name: 'Trash' }).click();
    await expect(desk.button('Restore')).toBeVisible();
    await expectNoAxeViolations(page);
    await desk.library.getByRole('button', { name: 'All notes' }).click();
    await expect(page.getByText('No note is open.')).toBeVisible();
    await expectNoAxeViolations(page);
  });
}

test('high contrast has no violation either, and dialogs give the focus back', async ({ page }) => {
  const desk = new Desk(page);
  await desk.button('Settings').click();
  await page.getByRole('radio', { name: 'High contrast' }).check();
  await desk.button('Done').click();
  await expect(desk.button('Settings')).toBeFocused();
  await expectNoAxeViolations(page);
});

test('the main job is done with the keyboard alone', async ({ page }) => {
  const desk = new Desk(page);
  await page.keyboard.press('Control+n');
  await desk.newNoteIsThere();
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await expect(desk.editor).toBeFocused();
  await page.keyboard.type('Exports rose by a fifth.');
  await page.keyboard.press('Control+Enter');
  await expect(desk.text).toContainText('Exports rose');
  await desk.text.focus();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Alt+1');
  await expect(desk.margin.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('The figure');
  await page.keyboard.press('Control+Enter');
  await expect(desk.card('The figure')).toBeVisible();
  await page.keyboard.press('Control+Shift+t');
  await page.keyboard.type('trade');
  await page.keyboard.press('Enter');
  await expect(desk.tags.getByText('trade')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Command palette' })).toBeFocused();
  await page.keyboard.type('export');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
});

import { t } from '../../shared/text';

/** Takes what is typed while the field that it is meant for is on its way. */
let waiting: { readonly field: HTMLTextAreaElement; readonly before: Element | null } | null = null;

/** From now on what is typed waits for the field that it is meant for. @param typed what waits already */
export function typeAhead(typed = ''): void {
  if (waiting) return;
  const field = document.createElement('textarea');
  field.className = 'unseen';
  field.setAttribute('aria-label', t('window.new-note'));
  field.value = typed;
  waiting = { field, before: document.activeElement };
  document.body.append(field);
  field.focus();
}

/** What was typed meanwhile; the field that it was meant for is there, and has the focus. */
export function takeTyped(): string {
  const typed = waiting?.field.value ?? '';
  waiting?.field.remove();
  waiting = null;
  return typed;
}

/** There will be no such field: the focus goes back where it was. */
export function stopTypingAhead(): void {
  if (!waiting) return;
  const { before } = waiting;
  takeTyped();
  if (before instanceof HTMLElement) before.focus();
}

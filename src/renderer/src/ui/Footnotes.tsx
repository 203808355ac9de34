import type { MouseEvent, ReactNode } from 'react';
import { t } from '../../../shared/text';
import { drawText } from '../drawing';
import './footnotes.css';

/** Where the text refers to a footnote; leads to it. */
export function FootnoteReference({ number }: { number: number }) {
  return (
    <sup className="footnote-reference" data-footnote-reference={number}>
      <a
        href={`#footnote-${number}`}
        role="doc-noteref"
        aria-label={t('window.footnote', { number })}
        onClick={(event) => lead(event, `[data-footnote="${number}"]`)}
      >
        {number}
      </a>
    </sup>
  );
}

/** What the footnotes of a text say, each leading back to where the text first refers to it. */
export function Footnotes({ items }: { items: readonly { number: number; said: ReactNode }[] }) {
  return (
    <section className="footnotes" role="doc-endnotes" aria-label={t('window.footnotes')}>
      <ol>
        {items.map(({ number, said }) => (
          <li key={number} value={number} data-footnote={number}>
            {said}
            <a
              className="footnote-back"
              href={`#reference-${number}`}
              role="doc-backlink"
              aria-label={t('window.footnote-back', { number })}
              onClick={(event) => lead(event, `[data-footnote-reference="${number}"]`)}
            >
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Goes to another place of the same text: several texts may be shown, each with a first footnote. */
function lead(event: MouseEvent<HTMLAnchorElement>, selector: string): void {
  event.preventDefault();
  drawText();
  let target: Element | null = null;
  for (let root = event.currentTarget.parentElement; root && !target; root = root.parentElement)
    target = root.querySelector(selector);
  target?.scrollIntoView({ block: 'center' });
  const links = target?.querySelectorAll('a') ?? [];
  links[links.length - 1]?.focus({ preventScroll: true });
}

import type { Briefing, BriefingNote } from '../../core/briefing';
import { headRows, referenceAbove, type Signer, sourceWords } from '../../core/briefing-parts';
import { htmlInlines, noPassages } from '../../core/html/blocks';
import { element, type HtmlNode } from '../../core/html/element';
import type { SetInline } from '../../core/set-blocks';
import { label, type NotePlace } from './annotations';

/** The head of a note as its tradition has it: what it is, its title, and what is known of it. */
export const headOf = (briefing: Briefing, note: BriefingNote, place: NotePlace): HtmlNode =>
  element(
    'header',
    {},
    briefing.tradition.head === 'addressee'
      ? addresseeHead(briefing, note, place)
      : tableHead(briefing, note, place),
  );

function tableHead(briefing: Briefing, note: BriefingNote, place: NotePlace): HtmlNode[] {
  const { labels } = place;
  const kind = briefing.layout === 'briefing-note' ? briefing.tradition.kind : briefing.layout;
  const reference = referenceAbove(briefing, note);
  const facts = headRows(briefing, note).map(({ name, words, address, citation }) => [
    element('dt', {}, label(labels, name)),
    citation.length > 0
      ? element('dd', {}, citationIn(citation, place))
      : element('dd', {}, words, address === '' ? [] : [words === '' ? '' : element('br'), linkTo(address)]),
  ]);
  return [
    element('p', { class: 'eyebrow sans' }, [
      element('span', {}, label(labels, kind)),
      ...(reference === '' ? [] : [element('span', {}, reference)]),
    ]),
    titleIn(note, place),
    ...(facts.length === 0 ? [] : [element('dl', { class: 'facts' }, facts.flat())]),
  ];
}

/** Whom it is for at the right, what it is in the middle, its date and number, then its title. */
function addresseeHead({ tradition }: Briefing, note: BriefingNote, place: NotePlace): HtmlNode[] {
  const { to, date, reference } = note.details;
  const number = reference === '' ? [] : [label(place.labels, 'number'), ` ${reference}`];
  return [
    ...(to === '' ? [] : [element('p', { class: 'addressee' }, to)]),
    element('p', { class: 'official-kind' }, label(place.labels, tradition.kind)),
    ...(date === '' && reference === ''
      ? []
      : [
          element(
            'p',
            { class: 'day-and-number' },
            element('span', {}, date),
            element('span', {}, ...number),
          ),
        ]),
    titleIn(note, place, 'addressee-title'),
  ];
}

/** In a pack, whose title stands above it, it is a heading of the second level with the number of the note. */
const titleIn = (note: BriefingNote, { index, labels, inPack }: NotePlace, look?: string): HtmlNode =>
  element(
    inPack ? 'h2' : 'h1',
    { id: titleId(index), class: [inPack ? 'title' : '', look ?? ''].join(' ').trim() || undefined },
    inPack ? element('span', { class: 'soft-number' }, `${index + 1}. `) : [],
    note.title || label(labels, 'untitled'),
  );

/** The id of a note's title. @param index of the note, from 0 */
export const titleId = (index: number): string => `title-${index + 1}`;

/** Where a note is from, as a sentence goes on. */
export function sourceIn({ source }: BriefingNote, place: NotePlace): HtmlNode[] {
  if (source.citation.length > 0) return citationIn(source.citation, place);
  const words = sourceWords(source);
  if (source.addressShown === '') return words === '' ? [] : [words];
  return [words === '' ? '' : `${words}, `, linkTo(source.addressShown)];
}

const citationIn = (citation: readonly SetInline[], { labels, images }: NotePlace): HtmlNode[] =>
  htmlInlines(citation, { headingOffset: 0, labels, images, passages: noPassages });

const linkTo = (address: string): HtmlNode =>
  /^https?:\/\//.test(address)
    ? element('a', { href: address, rel: 'noreferrer' }, address)
    : element('span', {}, address);

/** Who signs, side by side, with lines to write on. */
export function signatures(signers: readonly Signer[], { labels }: NotePlace): HtmlNode {
  const lines = (...names: readonly string[]): HtmlNode =>
    element(
      'div',
      { class: 'to-sign sans' },
      names.map((name) => element('span', {}, label(labels, name))),
    );
  /** The name of who signs stands on the first line. */
  const officialLines = (name: string): HtmlNode =>
    element(
      'div',
      { class: 'to-sign official sans' },
      ['position', 'signature', 'name'].map((key, index) =>
        element(
          'div',
          {},
          element('p', { class: 'written' }, index === 0 ? name : ''),
          element('span', {}, label(labels, key)),
        ),
      ),
    );
  const signer = ({ as, name, date }: Signer): HtmlNode => {
    const day = date === '' ? [] : [element('p', { class: 'soft' }, date)];
    const who = name === '' ? [] : [element('p', {}, element('strong', {}, name))];
    switch (as) {
      case 'named':
        return element('div', {}, ...who, ...day);
      case 'official':
        return element('div', {}, officialLines(name));
      case 'author':
      case 'reader': {
        const role = label(labels, as === 'author' ? 'prepared-by' : 'decision-taken');
        return element(
          'div',
          {},
          element('p', { class: 'soft' }, role),
          ...who,
          ...day,
          date === '' ? lines('signature', 'date') : lines('signature'),
        );
      }
    }
  };
  return element('div', { class: 'signatures' }, signers.map(signer));
}

import type { Briefing } from '../../core/briefing';
import type { Paper } from '../../core/vocabulary';

const PAPERS: Readonly<Record<Paper, string>> = { A4: 'A4', Letter: 'letter' };

/** The page's own rules, for the sheets that it is printed on: no word of a note stands in them. */
export function styleFor({
  paper,
  orientation,
  tradition,
  markingLook: { place, colour, onBlack },
}: Pick<Briefing, 'paper' | 'orientation' | 'tradition' | 'markingLook'>): string {
  const { top, right, bottom, left } = tradition.page?.margins ?? OWN_MARGINS;
  const margins = [top, right, bottom, left].map((side) => `${side}mm`).join(' ');
  const marking = `.marking { text-align: ${place === 'centre' ? 'center' : 'right'}; } .marking span { color: #${colour};${onBlack ? ' background: #000; padding: .1em .4em;' : ''} }\n`;
  return `${RULES}${marking}@page { size: ${PAPERS[paper]} ${orientation}; margin: ${margins}; }\n`;
}

const OWN_MARGINS = { top: 18, right: 18, bottom: 20, left: 18 };

const RULES = `
:root { color-scheme: light; --ink: #211f1c; --soft: #5f5a52; --line: #cfc8bb; --accent: #1d5a6c; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 44rem; color: var(--ink); background: #fff;
  font: 1.0625rem/1.55 "Source Serif 4", Cambria, Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
body.with-margin { max-width: 64rem; }
h1, h2, h3, h4, h5, h6, .sans, dl, table, .note, .badge, .marking { font-family: "Source Sans 3", Calibri, "Segoe UI", Arial, sans-serif; }
h1 { font: 600 1.9rem/1.2 "Source Serif 4", Cambria, Georgia, serif; margin: .3rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; } h2.title { font: 600 1.6rem/1.2 "Source Serif 4", Cambria, Georgia, serif; margin: .3rem 0 1rem; } .soft-number { color: var(--soft); } h3 { font-size: 1.1rem; margin: 1.5rem 0 .4rem; } h4, h5, h6 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p, ul, ol, pre, blockquote, table { margin: 0 0 .8rem; }
ul, ol { padding-left: 1.6rem; } li > p { margin-bottom: .3rem; } li.task { list-style: none; }
blockquote { border-left: 3px solid var(--line); margin-left: 0; padding-left: 1rem; color: #44403a; }
pre { background: #f5f2ec; padding: .7rem .9rem; white-space: pre-wrap; font-size: .9rem; }
code { font-family: "Source Code Pro", Consolas, Menlo, monospace; font-size: .92em; }
a { color: var(--accent); }
img { max-width: 100%; height: auto; } figure { margin: 0 0 1rem; } figcaption { color: var(--soft); font: .88rem/1.4 "Source Sans 3", Calibri, "Segoe UI", Arial, sans-serif; margin-top: .3rem; }
.contents { margin: 0 0 2rem; } .contents p { color: var(--accent); margin-bottom: .3rem; } .contents li { margin-bottom: .15rem; } .pack + .contents, article + article, .pack + article { margin-top: 3rem; } .no-image { color: var(--soft); font-style: italic; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid var(--line); }
thead th { border-top: 0; border-bottom: 1px solid var(--ink); }
th.align-center, td.align-center { text-align: center; } th.align-right, td.align-right { text-align: right; }
sup { font-size: .72em; line-height: 0; } sup a { text-decoration: none; padding: 0 .1em; }
.footnotes { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .8rem; font-size: .9rem; }
.eyebrow { display: flex; justify-content: space-between; gap: 2rem; margin: 0; color: var(--soft); font-size: .85rem; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: 0 0 1.5rem; padding: .6rem 0;
  border-top: 2px solid var(--ink); border-bottom: 1px solid var(--soft); font-size: .95rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; }
ol.counted { padding-left: 2.2rem; margin-bottom: .5rem; } .annex { break-before: page; }
.addressee { margin: 0 0 2rem 55%; white-space: pre-line; } .official-kind { text-align: center; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; }
.day-and-number { display: flex; justify-content: space-between; gap: 2rem; } .addressee-title { font-size: 1.25rem; }
.executor { margin-top: 2rem; } .signatures { break-before: avoid; display: flex; gap: 3rem; margin-top: 2.5rem; break-inside: avoid; } .signatures > div { flex: 1; } .to-sign { display: flex; gap: 1rem; }
.to-sign > span { flex: 1; border-top: 1px solid var(--ink); margin-top: 2rem; text-align: center; font-size: .8rem; color: var(--soft); }
.to-sign.official > div { flex: 1; } .to-sign.official > div:first-child { flex: 2; } .to-sign.official { align-items: flex-end; } .to-sign.official span { display: block; border-top: 1px solid var(--ink); text-align: center; font-size: .8rem; color: var(--soft); } .written { margin: 0; font-family: "Source Serif 4", Cambria, Georgia, serif; }
.box { white-space: nowrap; margin-right: 1.2rem; }
.soft { color: var(--soft); font-size: .88rem; }
.marking { font-weight: 600; letter-spacing: .06em; margin: 0; } .marking.once { position: static !important; }
mark { color: inherit; background: none; border-bottom: 2px solid; }
mark.key-fact { background: #fbeec4; border-color: #8a5a00; } mark.question { background: #dbe8f8; border-color: #1f5596; border-bottom-style: dotted; }
mark.action { background: #dbefdd; border-color: #256b3a; border-bottom-style: double; border-bottom-width: 3px; }
mark.risk { background: #fbe0da; border-color: #a3301f; border-bottom-style: dashed; } mark.remark { background: #e9e1f6; border-color: #5d4391; }
mark.resolved { background: none; }
.badge { display: inline-block; font-size: .75rem; font-weight: 600; line-height: 1.35; text-decoration: none; color: #fff; border-radius: 1em; padding: 0 .5em; margin: 0 .15em; white-space: nowrap; }
.badge.key-fact { background: #8a5a00; } .badge.question { background: #1f5596; } .badge.action { background: #256b3a; }
.badge.risk { background: #a3301f; } .badge.remark { background: #5d4391; }
.note { border-left: 3px solid var(--line); padding-left: .8rem; margin: 0 0 1rem; font-size: .92rem; line-height: 1.45; break-inside: avoid; }
.note > * { margin-bottom: .35rem; } .note > :last-child, td > :last-child, li > :last-child { margin-bottom: 0; } .quote { font-style: italic; color: var(--soft); }
.note.key-fact { border-color: #8a5a00; } .note.question { border-color: #1f5596; } .note.action { border-color: #256b3a; }
.note.risk { border-color: #a3301f; } .note.remark { border-color: #5d4391; }
.found { padding-left: 0; list-style: none; } .found.plain > li { padding-left: 0; } .whole { white-space: nowrap; }
.found > li { margin-bottom: .5rem; padding-left: 2.2rem; } .found > li > .badge:first-child { float: left; margin: .2rem 0 0 -2.2rem; }
@media (min-width: 60rem) {
  .with-margin .row { display: grid; grid-template-columns: 41rem 1fr; gap: 0 2rem; }
  .with-margin .row > div, .with-margin .row > aside { min-width: 0; }
}
@media (max-width: 36rem) {
  body { padding-inline: 1rem; } th, td { padding-inline: .35rem; } table { font-size: .88rem; } section { overflow-x: auto; }
  .facts { gap: .2rem .8rem; } .signatures { flex-direction: column; gap: 1rem; } .addressee { margin-left: 30%; }
}
@media print {
  body, body.with-margin { max-width: none; padding: 0; font-size: 11pt; }
  main { padding-block: 9mm; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
  .marking.top { position: fixed; top: 0; left: 0; right: 0; } .marking.bottom { position: fixed; bottom: 0; left: 0; right: 0; }
  .with-margin .row { display: grid; grid-template-columns: 62% 1fr; gap: 0 6mm; }
  article + article, .pack ~ article { break-before: page; margin-top: 0; }
  h1, h2, h3, h4 { break-after: avoid; } figure, .contents li { break-inside: avoid; } tr, img, pre { break-inside: avoid; } thead { display: table-header-group; }
  mark, .badge { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

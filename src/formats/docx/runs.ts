import { ExternalHyperlink, ImageRun, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { SetInline } from '../../core/briefing';
import { directionOf } from '../../core/language-tag';
import { begunIn } from '../../core/set-inlines';
import { type ImageSize, imageSize } from './image-size';
import { wordLanguage } from './language';
import type { DocxSetting } from './setting';
import { STYLE } from './styles';

/** Tallest image, in dots of 1/96 inch. */
const TALLEST = 800;
const TWIPS_A_DOT = 15;

type Look = Omit<IRunOptions, 'text' | 'children'>;

/** Inlines as runs of a paragraph. */
export const runsOf = (
  inlines: readonly SetInline[],
  setting: DocxSetting,
  look: Look = {},
): ParagraphChild[] => inlines.flatMap((inline) => runOf(inline, setting, look));

function runOf(inline: SetInline, setting: DocxSetting, look: Look): readonly ParagraphChild[] {
  const { passages } = setting;
  switch (inline.type) {
    case 'text':
    case 'code': {
      const tint = passages.tint(inline.in.at(-1) ?? 0);
      return words(inline.text, {
        ...look,
        ...(inline.type === 'code' && look.style === undefined && { style: STYLE.inlineCode }),
        ...(inline.language === '' ? setting.own : languageLook(inline.language)),
        ...(tint !== null && { shading: { type: 'clear', fill: tint, color: 'auto' } }),
      });
    }
    case 'begin':
      return passages.begin(inline.number);
    case 'end':
      return passages.end(inline.number);
    case 'break':
      return [new TextRun({ ...look, break: 1 })];
    case 'footnote': {
      // Word has no comments in footnotes: those of their passages stand at the reference.
      const inside = begunIn(inline.blocks);
      return [
        ...inside.flatMap((number) => passages.begin(number)),
        setting.footnotes.refer(inline, setting),
        ...inside.flatMap((number) => passages.end(number)),
      ];
    }
    case 'image':
      return [imageRun(inline, setting, look)];
    case 'strong':
      return runsOf(inline.children, setting, { ...look, bold: true });
    case 'emphasis':
      return runsOf(inline.children, setting, { ...look, italics: true });
    case 'strikethrough':
      return runsOf(inline.children, setting, { ...look, strike: true });
    case 'link': {
      if (inline.address === '') return runsOf(inline.children, setting, look);
      const children = runsOf(inline.children, setting, { ...look, style: 'Hyperlink' });
      return [new ExternalHyperlink({ link: inline.address, children })];
    }
  }
}

/** How words in a language are marked. @param language BCP 47 */
export const languageLook = (language: string): Pick<IRunOptions, 'language' | 'rightToLeft'> => ({
  language: wordLanguage(language),
  ...(directionOf(language) === 'rtl' && { rightToLeft: true }),
});

/** Words as runs: each line of them begins a new one, as in the note. */
export const words = (text: string, look: Look = {}): TextRun[] =>
  text
    .replaceAll('\t', '    ')
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }));

/** Words of a note, in its language. */
export const ownWords = ({ own }: Pick<DocxSetting, 'own'>, text: string, look: Look = {}): TextRun[] =>
  words(text, { ...own, ...look });

/** A word of ours, in the language that it is in. */
export const label = ({ labels }: Pick<DocxSetting, 'labels'>, name: string, look: Look = {}): TextRun =>
  new TextRun({ ...look, text: labels[name] ?? '', language: wordLanguage(labels.language ?? 'en') });

function imageRun(
  { image, text, title }: Extract<SetInline, { type: 'image' }>,
  setting: DocxSetting,
  look: Look,
): ParagraphChild {
  const { images, labels } = setting;
  const file = fileOf(image, images.get(image));
  if (!file) {
    if (images.has(image)) setting.pictures.unreadable.add(image);
    const why = labels['image-missing'] ?? '';
    return new TextRun({ ...look, italics: true, text: text === '' ? why : `${why}: ${text}` });
  }
  const description = text || (labels['image-without-words'] ?? '');
  return new ImageRun({
    type: file.format,
    data: file.bytes,
    transformation: fitted(file.size, setting.width / TWIPS_A_DOT),
    altText: {
      id: setting.pictures.next(),
      name: image,
      description,
      ...(title !== '' && { title }),
    },
  });
}

/** The bytes of an image that Word can show; WebP it cannot. */
function fileOf(name: string, base64: string | undefined) {
  const format = (['png', 'jpg', 'gif'] as const).find((each) => name.endsWith(`.${each}`));
  if (base64 === undefined || format === undefined) return null;
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const size = imageSize(bytes, format);
  return size && { format, bytes, size };
}

function fitted({ width, height }: ImageSize, widest: number): ImageSize {
  const scale = Math.min(1, widest / width, TALLEST / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

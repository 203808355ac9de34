import type { LabelLanguage } from '../core/vocabulary';
import be from './locales/be/layouts.json';
import en from './locales/en/layouts.json';
import ru from './locales/ru/layouts.json';

type Labels = Readonly<Record<keyof typeof en, string>>;

/** Said in the window, not on a page: it stays in the interface's language. */
const { 'why-glyphs-missing': whyGlyphsMissing } = en;
const inWindow = { 'why-glyphs-missing': whyGlyphsMissing };

const LABELS: Readonly<Record<LabelLanguage, Labels>> = {
  en,
  ru: { ...ru, ...inWindow },
  be: { ...be, ...inWindow },
};

/** The layouts' own words, by name, as `composeBriefing` takes them. */
export const layoutLabels = (language: LabelLanguage): Record<string, string> => ({ ...LABELS[language] });

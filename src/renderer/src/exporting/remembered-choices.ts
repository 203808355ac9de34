import { fieldsOf, keptChoices } from '../../../core/kept-choices';
import { defaultChoices, type ExportChoices, LAYOUTS, type LayoutId } from '../../../core/vocabulary';
import { possibleChoices } from '../../../shared/layouts';

/** What is chosen for each layout by itself. */
type OfLayout = Pick<
  ExportChoices,
  'orientation' | 'annotations' | 'kinds' | 'resolved' | 'parts' | 'tradition' | 'pdfComments'
>;

/** All that was chosen: what goes for every layout, and what goes for one. */
export interface AllChoices
  extends Pick<
    ExportChoices,
    'format' | 'layout' | 'ownLayout' | 'paper' | 'language' | 'citation' | 'executor' | 'marking' | 'archive'
  > {
  readonly ofLayouts: Readonly<Partial<Record<LayoutId, OfLayout>>>;
}

const KEY = 'export-choices';

/** The choices for the chosen layout. */
export const currentChoices = ({ ofLayouts, ...common }: AllChoices): ExportChoices =>
  possibleChoices({ ...defaultChoices, ...ofLayouts[common.layout], ...common });

/** The same with something else chosen, for the chosen layout. */
export function withChoice(all: AllChoices, change: Partial<ExportChoices>): AllChoices {
  const choices = { ...currentChoices(all), ...change };
  const { layout } = choices;
  // What another layout has is its own.
  const ofLayouts = layout === all.layout ? { ...all.ofLayouts, [layout]: ownOf(choices) } : all.ofLayouts;
  return { ...commonOf(choices), ofLayouts };
}

/** The same with all of these chosen: those of other layouts stay as they are. */
export const withAllChosen = (all: AllChoices, choices: ExportChoices): AllChoices => ({
  ...commonOf(choices),
  ofLayouts: { ...all.ofLayouts, [choices.layout]: ownOf(choices) },
});

const ownOf = ({
  orientation,
  annotations,
  kinds,
  resolved,
  parts,
  tradition,
  pdfComments,
}: ExportChoices): OfLayout => ({ orientation, annotations, kinds, resolved, parts, tradition, pdfComments });

function commonOf(choices: ExportChoices): Omit<AllChoices, 'ofLayouts'> {
  const { format, layout, ownLayout, paper, language, citation, executor, marking, archive } = choices;
  return { format, layout, ownLayout, paper, language, citation, executor, marking, archive };
}

export const rememberChoices = (all: AllChoices): void => localStorage.setItem(KEY, JSON.stringify(all));

/** What was chosen for the last export, as far as it can be read. */
export function rememberedChoices(): AllChoices {
  const kept = fieldsOf(parsed(localStorage.getItem(KEY)));
  const ofLayouts = fieldsOf(kept.ofLayouts);
  return {
    ...commonOf(keptChoices(kept)),
    ofLayouts: Object.fromEntries(
      LAYOUTS.filter((layout) => Object.hasOwn(ofLayouts, layout)).map((layout) => [
        layout,
        ownOf(keptChoices(ofLayouts[layout])),
      ]),
    ),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

import { LAYOUTS, type LayoutId, PARTS } from '../../../core/vocabulary';
import { type AllChoices, currentChoices, withChoice } from './remembered-choices';

/** The choices that a pack begins with: a cover and contents, whatever a single note was last given. */
export function forPack(all: AllChoices): AllChoices {
  const withFront = (now: AllChoices, layout: LayoutId): AllChoices => {
    const there = withChoice(now, { layout });
    const { parts } = currentChoices(there);
    const wanted = PARTS.filter((part) => part === 'cover' || part === 'contents' || parts.includes(part));
    return withChoice(there, { parts: wanted });
  };
  return { ...LAYOUTS.reduce(withFront, all), layout: all.layout };
}

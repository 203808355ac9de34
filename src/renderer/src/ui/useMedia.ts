import { useSyncExternalStore } from 'react';

/** Where the library and the margin are drawers; `styles/window.css` has the same width. */
export const NARROW = '(max-width: 940px)';

/** Whether a media query holds for the window. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );

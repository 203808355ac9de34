import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is, or soon will be, in sight in what scrolls it. */
export function useInSight(element: RefObject<HTMLElement | null>): boolean {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(
      (entries) => setInSight(entries.at(-1)?.isIntersecting ?? false),
      { root: element.current.closest('[data-scrolls-pages]'), rootMargin: '60% 0px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return inSight;
}

import { useMemo, useRef } from 'react';
import type { Document } from '../../../core/document';
import { isSame } from '../../../core/equal';
import { spansByBlock } from '../../../core/spans-by-block';
import type { MarkedSpan } from './Marked';

type Parts = readonly (readonly MarkedSpan[])[];

/**
 * The passages of each block of a document. Where they say the same as before they are the very list: of a long text only the
 * blocks are drawn anew whose passages are others.
 */
export function useSpansByBlock(document: Document, spans: readonly MarkedSpan[]): Parts {
  const before = useRef<Parts>([]);
  return useMemo(() => {
    const parts = spansByBlock(document, spans).map((part, index) => {
      const known = before.current[index];
      return known && isSame(known, part) ? known : part;
    });
    before.current = parts;
    return parts;
  }, [document, spans]);
}

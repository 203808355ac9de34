import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnnotationFilter } from '../../../core/annotation-list';
import type { Output } from '../../../shared/contract';
import { sayFailure } from '../actions';
import { call } from '../api';

export interface ShownList extends Output<'annotations.list'> {
  /** Asks for more of it, if there is more. */
  readonly more: () => void;
}

/** The list that a filter gives; the last one stays until the next is there. null: none yet. */
export function useAnnotationList(filter: AnnotationFilter): ShownList | null {
  const [list, setList] = useState<Output<'annotations.list'> | null>(null);
  const asked = useRef(0);
  const isAsking = useRef(false);
  const ask = useCallback(
    async (from: number): Promise<void> => {
      asked.current += 1;
      const mine = asked.current;
      isAsking.current = true;
      const answer = await call('annotations.list', { filter, from });
      // Another filter was chosen meanwhile.
      if (mine !== asked.current) return;
      isAsking.current = false;
      if (!answer.ok) return sayFailure(answer.error);
      setList((before) => ({
        ...answer.value,
        annotations:
          from === 0
            ? answer.value.annotations
            : [...(before?.annotations ?? []), ...answer.value.annotations],
      }));
    },
    [filter],
  );
  useEffect(() => void ask(0), [ask]);
  return (
    list && {
      ...list,
      more: () => {
        if (!isAsking.current && list.annotations.length < list.total) void ask(list.annotations.length);
      },
    }
  );
}

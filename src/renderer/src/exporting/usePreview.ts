import { useEffect, useRef, useState } from 'react';
import { type Failure, fail, ok, type Result } from '../../../core/result';
import type { SaidOnce } from '../../../core/said-once';
import type { Note } from '../../../core/schema';
import type { ExportChoices } from '../../../core/vocabulary';
import { call } from '../api';
import { keepDrafts } from '../drafts';
import { Latest } from './latest';
import { createPdfReader, type PdfPages, type PdfReader } from './pdf-pages';

export interface PreviewState {
  /** The last ones that could be set; null: none yet. */
  readonly pages: PdfPages | null;
  /** Why there are no newer ones. */
  readonly failure: Failure | null;
  readonly isBusy: boolean;
}

/** What is set: notes in their order, and the title of several. */
export interface Exported {
  readonly notes: readonly string[];
  readonly title: string;
}

interface Wanted extends Exported {
  readonly choices: ExportChoices;
  readonly said: SaidOnce;
}

let tasks = 0;

/** The pages of these notes with these choices, set anew whenever any of them changes. @param note the open one, if it is that */
export function usePreview(
  exported: Exported,
  note: Note | null,
  choices: ExportChoices,
  said: SaidOnce,
): PreviewState {
  const [state, setState] = useState<PreviewState>({ pages: null, failure: null, isBusy: true });
  const latest = useRef<Latest<Wanted, Result<PdfPages>> | null>(null);

  useEffect(() => {
    const reader = createPdfReader();
    const setting = new Latest<Wanted, Result<PdfPages>>(
      (wanted) => {
        tasks += 1;
        const task = `preview-${tasks}`;
        return {
          done: preview(reader, wanted, task),
          cancel: () => void call('task.cancel', { task }),
        };
      },
      (result) =>
        setState(({ pages }) =>
          result.ok
            ? { pages: result.value, failure: null, isBusy: false }
            : { pages, failure: result.error, isBusy: false },
        ),
    );
    latest.current = setting;
    return () => {
      setting.end();
      reader.close();
    };
  }, []);

  const pages = state.pages;
  useEffect(() => () => pages?.close(), [pages]);

  useEffect(() => {
    setState((now) => ({ ...now, isBusy: true }));
    // What was written in the open note is set anew too.
    void note;
    latest.current?.want({ ...exported, choices, said });
  }, [exported, note, choices, said]);

  return state;
}

async function preview(
  reader: PdfReader,
  { notes, title, choices, said }: Wanted,
  task: string,
): Promise<Result<PdfPages>> {
  await keepDrafts();
  const set = await call('export.preview', { notes: [...notes], title, choices, task, ...said });
  if (!set.ok) return set;
  const pages = await reader.open(set.value.pdf);
  return pages ? ok(pages) : fail('cancelled');
}

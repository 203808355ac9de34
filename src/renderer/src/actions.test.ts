import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newNote, summarise } from '../../core/note';
import { fail, ok, type Result } from '../../core/result';
import type { Note } from '../../core/schema';
import type { ViewChange } from '../../shared/contract';
import { openNote } from './actions';
import { restore, toggleArchived, togglePinned, trash } from './moving';
import { applyChange, getWindow, NONE, setWindow } from './store';

const desk = vi.hoisted(() => {
  const bridge = {
    call: vi.fn<(method: string, input: { note?: string }) => Promise<Result<unknown>>>(),
    on: vi.fn(),
  };
  vi.stubGlobal('window', { desk: bridge });
  vi.stubGlobal('document', { activeElement: null, body: {} });
  return bridge;
});

const noteOf = (title: string): Note => newNote(`0note${title}`, '2026-01-01T00:00:00.000Z', { title });
const [first, second, third] = [noteOf('first'), noteOf('second'), noteOf('third')];
const unchanged: ViewChange = {
  summaries: [],
  removed: [],
  notes: [],
  operation: null,
  about: null,
  undo: null,
  redo: null,
};
const about = { count: 1, left: 0, title: 'first', note: first.id };
const offered = () => getWindow().messages.map(({ action }) => action?.label);

beforeEach(() => {
  desk.call.mockReset();
  applyChange({ ...unchanged, summaries: [first, second, third].map(summarise) });
  setWindow({ open: first, selected: NONE, messages: [] });
});

it('the note that was chosen last is shown, however slow an earlier one is', async () => {
  const answers = new Map<string | undefined, (answer: Result<Note>) => void>();
  desk.call.mockImplementation(
    (_method, { note }) => new Promise((resolve) => void answers.set(note, resolve)),
  );
  const slow = openNote(second.id);
  await vi.waitFor(() => expect(answers.size).toBe(1));
  const fast = openNote(third.id);
  await vi.waitFor(() => expect(answers.size).toBe(2));
  answers.get(third.id)?.(ok(third));
  expect(await fast).toEqual(third);
  answers.get(second.id)?.(ok(second));
  expect(await slow).toEqual(third);
  expect(getWindow().open).toEqual(third);
});

describe('an operation that fails', () => {
  it.each([
    ['trash', trash, first],
    ['restore', restore, { ...first, trashed: '2026-02-01T00:00:00.000Z' }],
    ['archive', toggleArchived, first],
  ])('leaves the note open: %s', async (_name, act, note) => {
    applyChange({ ...unchanged, summaries: [summarise(note)] });
    setWindow({ open: note });
    desk.call.mockResolvedValue(fail('disk-full', { context: 'library' }));
    await act();
    expect(getWindow().open).toEqual(note);
    expect(desk.call).toHaveBeenCalledTimes(1);
    expect(getWindow().messages.map(({ level }) => level)).toEqual(['error']);
  });
});

it('Undo is offered until something else is done', async () => {
  desk.call.mockImplementation(async (method) =>
    ok(method === 'note.open' ? second : { ...unchanged, about }),
  );
  await toggleArchived();
  expect(offered()).toEqual(['Undo']);
  desk.call.mockResolvedValueOnce(fail('note-not-found', { note: 'x' }));
  await togglePinned();
  expect(offered()).toEqual(['Undo', undefined]);
  await togglePinned();
  expect(offered()).toEqual([undefined, undefined]);
});

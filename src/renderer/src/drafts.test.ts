import { afterEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../core/result';
import { follow, saveDrafts, setDraft } from './drafts';
import { getWindow } from './store';

const title = { save: async () => true, savesItself: true, operation: () => null };
const comment = { save: async () => true, savesItself: false, operation: () => null };
const diskFull = fail('disk-full', { context: 'library' });
const shown = () => getWindow().save;

/** A write that is answered when the test says so. */
function pendingWrite(name?: string) {
  let answer: (result: Result<null>) => void = () => undefined;
  const write = new Promise<Result<null>>((resolve) => {
    answer = resolve;
  });
  const followed = follow(write, name);
  return (result: Result<null>) => {
    answer(result);
    return followed;
  };
}

afterEach(() => {
  for (const name of ['title', 'comment']) setDraft(name, null);
});

describe('the save state', () => {
  it('is “saving” while something is typed or on its way', async () => {
    setDraft('title', title);
    expect(shown()).toBe('saving');
    const answer = pendingWrite('title');
    await answer(ok(null));
    // A further key was typed meanwhile: the draft is still there.
    expect(shown()).toBe('saving');
    setDraft('title', null);
    expect(shown()).toBe('saved');
  });

  it('stays “not saved” while a draft has failed, whatever else is saved', async () => {
    setDraft('title', title);
    await pendingWrite('title')(diskFull);
    expect(shown()).toBe('not-saved');
    const pin = pendingWrite();
    expect(shown()).toBe('saving');
    await pin(ok(null));
    expect(shown()).toBe('not-saved');
    await pendingWrite('title')(ok(null));
    setDraft('title', null);
    expect(shown()).toBe('saved');
  });

  it('is not changed for good by an operation that is refused or fails, as nothing of it is kept', async () => {
    await pendingWrite()(fail('annotation-not-found'));
    expect(shown()).toBe('saved');
    await pendingWrite()(diskFull);
    expect(shown()).toBe('saved');
  });

  it('says of a comment only that the library failed: it waits for its Save', async () => {
    setDraft('comment', comment);
    expect(shown()).toBe('saved');
    await pendingWrite('comment')(fail('comment-too-long'));
    expect(shown()).toBe('saved');
    await pendingWrite('comment')(diskFull);
    expect(shown()).toBe('not-saved');
    setDraft('comment', null);
    expect(shown()).toBe('saved');
  });
});

describe('saveDrafts', () => {
  it('tells that something could not be saved', async () => {
    setDraft('title', { ...title, save: async () => false });
    setDraft('comment', comment);
    expect(await saveDrafts()).toBe(false);
  });

  it('goes on until also what was typed while saving is saved', async () => {
    let left = 2;
    const save = async () => {
      left -= 1;
      if (left === 0) setDraft('title', null);
      return true;
    };
    setDraft('title', { ...title, save });
    expect(await saveDrafts()).toBe(true);
    expect(left).toBe(0);
  });
});

import { type Step, withEach } from './chain';

/** Version 1 had drafts of comments only. */
export const draftsFrom1: Step = (old) => ({
  ...old,
  comments: withEach(old.comments, (draft) => ({ ...draft, reply: null })),
});

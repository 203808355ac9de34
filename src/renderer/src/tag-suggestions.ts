import { useMemo } from 'react';
import type { TagNode } from '../../core/tag-counts';
import { foldTag, sameTag } from '../../core/tags';
import { useWindow } from './store';
import type { Option } from './ui/Combobox';

const SUGGESTIONS = 8;

/** Tags of the library that hold what is typed, those that begin with it first. @param used tags that are not offered */
export function useTagSuggestions(typed: string, used: readonly string[]): Option[] {
  const tree = useWindow((state) => state.knownTags);
  const known = useMemo(() => flat(tree), [tree]);
  const words = foldTag(typed.trim());
  const rank = (tag: string): number => {
    const folded = foldTag(tag);
    if (folded.startsWith(words)) return 0;
    return folded.split('/').some((name) => name.startsWith(words)) ? 1 : folded.includes(words) ? 2 : 3;
  };
  return known
    .filter((tag) => rank(tag) < 3 && !used.some((other) => sameTag(other, tag)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, SUGGESTIONS)
    .map((tag) => ({ id: tag, text: tag }));
}

const flat = (nodes: readonly TagNode[]): string[] =>
  nodes.flatMap(({ tag, children }) => [tag, ...flat(children)]);

/** How many notes have a tag or one below it, also in the archive and the trash. */
export function notesWithTag(nodes: readonly TagNode[], wanted: string): number {
  const node = nodes.find(
    ({ tag }) => sameTag(wanted, tag) || foldTag(wanted).startsWith(`${foldTag(tag)}/`),
  );
  if (!node) return 0;
  return sameTag(node.tag, wanted) ? node.count : notesWithTag(node.children, wanted);
}

import { compareTags, foldTag } from './tags';

export interface TagNode {
  /** The last name of the path. */
  readonly name: string;
  readonly tag: string;
  /** Notes that have the tag or one below it, each counted once. */
  readonly count: number;
  readonly children: readonly TagNode[];
}

interface Growing {
  name: string;
  tag: string;
  count: number;
  readonly children: Map<string, Growing>;
}

/** How often each tag is used, kept up to date note by note. */
export class TagCounts {
  readonly #roots = new Map<string, Growing>();
  #tree: readonly TagNode[] | null = null;

  /** Counts a note. @param tags those of the note */
  add(tags: readonly string[]): void {
    this.#count(tags, 1);
  }

  /** Takes back what `add` counted. @param tags the same ones */
  remove(tags: readonly string[]): void {
    this.#count(tags, -1);
  }

  /** The tag tree. A parent that no note carries itself is there when one of its children is used. The same as long as nothing changes. */
  tree(): readonly TagNode[] {
    this.#tree ??= settled(this.#roots);
    return this.#tree;
  }

  #count(tags: readonly string[], by: 1 | -1): void {
    if (tags.length === 0) return;
    this.#tree = null;
    const counted = new Set<Growing>();
    for (const tag of tags) this.#countTag(tag, by, counted);
  }

  #countTag(tag: string, by: 1 | -1, counted: Set<Growing>): void {
    let level = this.#roots;
    let path = '';
    for (const name of tag.split('/')) {
      path = path === '' ? name : `${path}/${name}`;
      const key = foldTag(name);
      let node = level.get(key);
      if (!node) {
        node = { name, tag: path, count: 0, children: new Map() };
        level.set(key, node);
      }
      // Of several spellings the one that came last is shown.
      if (by === 1) Object.assign(node, { name, tag: path });
      if (!counted.has(node)) {
        counted.add(node);
        node.count += by;
      }
      level = node.children;
    }
  }
}

function settled(level: Map<string, Growing>): TagNode[] {
  for (const [key, { count }] of level) if (count === 0) level.delete(key);
  return [...level.values()]
    .sort((a, b) => compareTags(a.tag, b.tag))
    .map(({ name, tag, count, children }) => ({ name, tag, count, children: settled(children) }));
}

/**
 * The tag tree of some notes.
 * @param notes the tags of each note
 */
export function tagTree(notes: Iterable<readonly string[]>): readonly TagNode[] {
  const counts = new TagCounts();
  for (const tags of notes) counts.add(tags);
  return counts.tree();
}

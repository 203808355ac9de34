import { attributeOf, type Condition, pathOf, type Subject, type Tag, textIn } from './test-structure';

/** The standard types of ISO 32000-1, 14.8.4. */
const STANDARD = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form'
  ).split(' '),
);

/** What may stand in a tag, and in which tags it may stand itself (ISO 32000-1, tables 333, 336 and 337). */
interface Grammar {
  readonly kids: Readonly<Record<string, readonly string[]>>;
  readonly parents: Readonly<Record<string, readonly string[]>>;
}

const TABLES: Grammar = {
  kids: {
    Table: ['Caption', 'TR', 'THead', 'TBody', 'TFoot'],
    THead: ['TR'],
    TBody: ['TR'],
    TFoot: ['TR'],
    TR: ['TH', 'TD'],
  },
  parents: {
    TR: ['Table', 'THead', 'TBody', 'TFoot'],
    THead: ['Table'],
    TBody: ['Table'],
    TFoot: ['Table'],
    TH: ['TR'],
    TD: ['TR'],
  },
};
const LISTS: Grammar = {
  kids: { L: ['Caption', 'L', 'LI'], LI: ['Lbl', 'LBody'] },
  parents: { LI: ['L'], LBody: ['LI'] },
};
const CONTENTS: Grammar = {
  kids: { TOC: ['Caption', 'TOC', 'TOCI'], TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] },
  parents: { TOCI: ['TOC'] },
};

/** Tags that do not stand as a grammar wants; null: none is of those types. */
function misplaced({ tags }: Subject, { kids, parents }: Grammar): string[] | null {
  const concerned = tags.filter(({ type }) => type in kids || type in parents);
  if (concerned.length === 0) return null;
  return concerned.flatMap((tag) => {
    const allowed = kids[tag.type];
    const wrongKids = allowed ? tag.kids.filter(({ type }) => !allowed.includes(type)) : [];
    const above = parents[tag.type];
    const isLost = above && !above.includes(tag.parent?.type ?? '');
    return [...wrongKids.map(pathOf), ...(isLost ? [pathOf(tag)] : [])];
  });
}

const ofType = ({ tags }: Subject, ...types: string[]): Tag[] | null => {
  const found = tags.filter(({ type }) => types.includes(type));
  return found.length > 0 ? found : null;
};

const failing = (tags: readonly Tag[] | null, isWrong: (tag: Tag) => boolean): string[] | null =>
  tags?.filter(isWrong).map(pathOf) ?? null;

const headings = ({ tags }: Subject): { tag: Tag; level: number }[] =>
  tags.flatMap((tag) => {
    const level = /^H([1-6])$/.exec(tag.type)?.[1];
    return level ? [{ tag, level: Number(level) }] : [];
  });

function circles(roles: Subject['roles']): string[] {
  return [...roles.keys()].filter((name) => {
    const seen = new Set<string>();
    for (let type: string | undefined = name; type !== undefined; type = roles.get(type)) {
      if (seen.has(type)) return true;
      seen.add(type);
    }
    return false;
  });
}

/** About the tags and how they stand to each other. */
export const TAG_CONDITIONS: readonly Condition[] = [
  {
    id: '02-001',
    what: 'a type of tags stands for none that the standard knows',
    fails: (subject) => failing(subject.tags, ({ type }) => !STANDARD.has(type)),
  },
  {
    id: '02-003',
    what: 'types of tags stand for each other in a circle',
    fails: ({ roles }) => circles(roles),
  },
  {
    id: '02-004',
    what: 'a type that the standard knows stands for another one',
    fails: ({ roles }) => [...roles.keys()].filter((name) => STANDARD.has(name)),
  },
  {
    id: '09-004',
    what: 'a tag of a table stands where none may be',
    fails: (subject) => misplaced(subject, TABLES),
  },
  {
    id: '09-005',
    what: 'a tag of a list stands where none may be',
    fails: (subject) => misplaced(subject, LISTS),
  },
  {
    id: '09-006',
    what: 'a tag of contents stands where none may be',
    fails: (subject) => misplaced(subject, CONTENTS),
  },
  {
    id: '13-004',
    what: 'a figure has no alternative text',
    fails: (subject) =>
      failing(
        ofType(subject, 'Figure'),
        ({ dict }) => textIn(dict, 'Alt') === '' && textIn(dict, 'ActualText') === '',
      ),
  },
  {
    id: '14-002',
    what: 'the first heading is not of the first level',
    fails: (subject) => {
      const [first] = headings(subject);
      return first ? (first.level === 1 ? [] : [pathOf(first.tag)]) : null;
    },
  },
  {
    id: '14-003',
    what: 'a level of headings is skipped',
    fails: (subject) => {
      const all = headings(subject);
      if (all.length === 0) return null;
      return all.flatMap(({ tag, level }, index) =>
        level > (all[index - 1]?.level ?? 0) + 1 ? [pathOf(tag)] : [],
      );
    },
  },
  {
    id: '14-006',
    what: 'a tag holds more than one heading without a level',
    fails: (subject) => {
      const found = ofType(subject, 'H');
      return found && failing(subject.tags, ({ kids }) => kids.filter(({ type }) => type === 'H').length > 1);
    },
  },
  {
    id: '14-007',
    what: 'headings with and without a level stand in one file',
    fails: (subject) => {
      const plain = ofType(subject, 'H');
      return headings(subject).length === 0 ? null : (plain ?? []).map(pathOf);
    },
  },
  {
    id: '15-003',
    what: 'a cell of a table’s head does not say of what it is the head',
    fails: (subject) => failing(ofType(subject, 'TH'), (tag) => attributeOf(tag, 'Scope') === undefined),
  },
  {
    id: '17-002',
    what: 'a formula has no alternative text',
    fails: (subject) => failing(ofType(subject, 'Formula'), ({ dict }) => textIn(dict, 'Alt') === ''),
  },
  {
    id: '19-003',
    what: 'a footnote has no identifier',
    fails: (subject) => failing(ofType(subject, 'Note'), ({ dict }) => textIn(dict, 'ID') === ''),
  },
  {
    id: '19-004',
    what: 'two footnotes have the same identifier',
    fails: (subject) => {
      const ids = ofType(subject, 'Note')?.map(({ dict }) => textIn(dict, 'ID')) ?? null;
      return ids?.filter((id, index) => ids.indexOf(id) !== index) ?? null;
    },
  },
];

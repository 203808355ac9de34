import { z } from 'zod';
import { fitAnchors } from '../core/annotation';
import { languageTag } from '../core/language-tag';
import type { NoteParts } from '../core/note';
import type { Warning } from '../core/result';
import {
  type Annotation,
  annotationSchema,
  type BriefingDetails,
  detailsSchema,
  idSchema,
  noteSchema,
  replySchema,
  type Source,
  sourceSchema,
} from '../core/schema';
import { changeTags, parseTag } from '../core/tags';
import { MARK } from './front-matter-out';

/** Front matter as it was read; nothing of it is trusted. */
export type Fields = Readonly<Record<string, unknown>>;

/** Names that others give to what a note has, each to the first that is there. */
const NAMES = {
  title: ['title'],
  language: ['language', 'lang'],
  tags: ['tags', 'tag', 'keywords', 'categories'],
  author: ['author', 'authors', 'by', 'creator'],
  date: ['date', 'published', 'pubdate'],
  address: ['url', 'link', 'address', 'source_url', 'canonical'],
  created: ['created'],
  updated: ['updated', 'modified', 'lastmod'],
} as const;
const OWN = ['source', 'details', 'annotations', 'id', 'pinned', 'archived', 'trashed', MARK];

const moment = noteSchema.shape.created;

export interface ReadFields {
  readonly parts: NoteParts;
  readonly id: string | null;
  readonly created: string | null;
  readonly updated: string | null;
  readonly warnings: readonly Warning[];
}

/** True for a file that was written here, with a whole note in it. */
export const isOurs = (fields: Fields): boolean => typeof fields[MARK] === 'number';

/**
 * What front matter says of a note, whoever wrote it. What cannot be read is left out, with a warning; nothing stops the import.
 * @param text the Markdown that follows it, which the annotations are anchored in
 */
export function readFields(fields: Fields, text: string): ReadFields {
  const reader = new FieldReader(fields);
  const title = reader.text(...NAMES.title);
  const language = languageTag(reader.text(...NAMES.language) ?? '');
  const source = reader.source();
  const details = reader.details();
  const tags = reader.tags();
  const { annotations, skipped } = readAnnotations(fields.annotations);
  const trashed = reader.parsed('trashed', moment.nullable());
  const parts: NoteParts = {
    ...(title !== null && { title }),
    ...(language !== null && { language }),
    source,
    details,
    tags,
    annotations: fitAnchors(annotations, text),
    pinned: fields.pinned === true,
    archived: fields.archived === true,
    trashed: trashed ?? null,
  };
  const skippedWarning: Warning[] =
    skipped > 0 ? [{ code: 'annotation-skipped', details: { count: skipped } }] : [];
  return {
    parts,
    id: reader.parsed('id', idSchema) ?? null,
    created: reader.moment(NAMES.created),
    updated: reader.moment(NAMES.updated),
    warnings: [...skippedWarning, ...reader.leftOut()],
  };
}

class FieldReader {
  readonly #fields: Fields;
  readonly #bad = new Set<string>();

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  /** The first of these fields that holds words. */
  text(...names: readonly string[]): string | null {
    for (const name of names) {
      const words = asText(this.#fields[name]);
      if (words !== null) return words;
    }
    return null;
  }

  parsed<S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined {
    const value = this.#fields[name];
    if (value === undefined || value === null) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    if (name !== 'id') this.#bad.add(name);
    return undefined;
  }

  moment(names: readonly string[]): string | null {
    const words = this.text(...names) ?? '';
    if (moment.safeParse(words).success) return words;
    const epoch = Date.parse(words);
    return Number.isNaN(epoch) ? null : new Date(epoch).toISOString();
  }

  source(): Source {
    const given = this.#fields.source;
    const own = isMapping(given) ? this.#known('source', given, sourceSchema.shape) : {};
    if (isOurs(this.#fields)) return own as Source;
    const named = typeof given === 'string' ? given.trim() : '';
    const address = this.text(...NAMES.address) ?? named;
    const author = this.text(...NAMES.author);
    const date = /^\d{4}-\d{2}-\d{2}/.exec(this.text(...NAMES.date) ?? '')?.[0];
    const isAddress = /^https?:\/\/\S+$/i.test(address);
    return {
      ...(named !== '' && !/^https?:/i.test(named) && { agency: named }),
      ...(isAddress && { address }),
      ...(author !== null && { author }),
      ...(date !== undefined && sourceSchema.shape.date.safeParse(date).success && { date }),
      ...own,
    } as Source;
  }

  details(): BriefingDetails {
    const given = this.#fields.details;
    return isMapping(given) ? (this.#known('details', given, detailsSchema.shape) as BriefingDetails) : {};
  }

  tags(): string[] {
    const name = NAMES.tags.find((one) => this.#fields[one] !== undefined);
    if (!name) return [];
    const given = this.#fields[name];
    const typed = Array.isArray(given) ? given.map(asText) : (asText(given) ?? '').split(/[,;]/);
    const tags = typed.flatMap((one) => {
      if (one === null || one.trim() === '') return [];
      const tag = parseTag(one);
      if (!tag.ok) this.#bad.add(name);
      return tag.ok ? [tag.value] : [];
    });
    return changeTags([], { add: tags, remove: [] });
  }

  /** Names the fields that have no place in a note, or hold what they cannot. */
  leftOut(): Warning[] {
    const known = new Set<string>([...Object.values(NAMES).flat(), ...OWN]);
    const unknown = Object.keys(this.#fields).filter((name) => !known.has(name));
    const names = [...this.#bad, ...unknown].slice(0, 10).map((name) => name.slice(0, 40));
    return names.length === 0 ? [] : [{ code: 'fields-left-out', details: { fields: names.join(', ') } }];
  }

  /** The fields of a mapping that fit their shapes. */
  #known(name: string, given: Fields, shape: Readonly<Record<string, z.ZodType>>): Record<string, unknown> {
    const entries = Object.entries(shape).flatMap(([key, schema]) => {
      const value = given[key];
      if (value === undefined || value === null) return [];
      const parsed = schema.safeParse(typeof value === 'number' ? String(value) : value);
      if (!parsed.success) this.#bad.add(`${name}.${key}`);
      return parsed.success ? [[key, parsed.data] as const] : [];
    });
    return Object.fromEntries(entries);
  }
}

const annotationFields = z.object({
  kind: annotationSchema.shape.kind,
  quote: z.string(),
  comment: annotationSchema.shape.comment.default(''),
  who: z.string().optional(),
  by: z.string().optional(),
  state: annotationSchema.shape.state.default('exact'),
  quoted: z.string().optional(),
  author: z.string().default(''),
  created: moment,
  updated: moment,
  resolved: moment.nullable().default(null),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  prefix: z.string(),
  suffix: z.string(),
  id: idSchema,
  replies: z.array(replySchema.extend({ author: z.string().default('') })).default([]),
});

function readAnnotations(given: unknown): { annotations: Annotation[]; skipped: number } {
  const items: readonly unknown[] = Array.isArray(given) ? given : [];
  const annotations = items.flatMap((item): Annotation[] => {
    const parsed = annotationFields.safeParse(item);
    if (!parsed.success) return [];
    const { quote, start, end, prefix, suffix, who, by, quoted, ...rest } = parsed.data;
    return [
      {
        ...rest,
        ...(who !== undefined && { who }),
        ...(by !== undefined && { by }),
        ...(quoted !== undefined && { quoted }),
        target: [
          { type: 'TextPositionSelector', start, end },
          { type: 'TextQuoteSelector', exact: quote, prefix, suffix },
        ],
      },
    ];
  });
  return { annotations, skipped: items.length - annotations.length };
}

const isMapping = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of names is one text; numbers and days are as they are printed. */
function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(asText).filter(Boolean).join(', ');
  return null;
}

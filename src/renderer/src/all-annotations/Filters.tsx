import { useMemo } from 'react';
import type { AnnotationFilter } from '../../../core/annotation-list';
import type { Note } from '../../../core/schema';
import type { TagNode } from '../../../core/tag-counts';
import { KINDS, type Kind } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { titleOf } from '../actions';
import { useWindow } from '../store';
import { KindIcon, kindName } from '../ui/kinds';
import type { ShownList } from './useAnnotationList';

interface FiltersProps {
  readonly filter: AnnotationFilter;
  readonly list: ShownList | null;
  readonly openNote: Note | null;
  readonly onChange: (filter: AnnotationFilter) => void;
}

const STATES = ['any', 'open', 'resolved', 'lost'] as const;
const ORDERS = ['newest', 'oldest', 'note'] as const;
const EVERY = '';

/** What the list is narrowed to, each choice with the number that it would show. */
export function Filters({ filter, list, openNote, onChange }: FiltersProps) {
  const known = useWindow((state) => state.knownTags);
  const tags = useMemo(() => pathsOf(known), [known]);
  const toggle = (kind: Kind): void =>
    onChange({
      ...filter,
      kinds: filter.kinds.includes(kind)
        ? filter.kinds.filter((each) => each !== kind)
        : [...filter.kinds, kind],
    });
  return (
    <div className="all-annotations-filters">
      <fieldset className="kind-filter" aria-label={t('annotations.kinds')}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className={`kind-${kind}`}
            aria-pressed={filter.kinds.includes(kind)}
            aria-label={t('annotations.kind-count', { kind: kindName(kind), count: list?.kinds[kind] ?? 0 })}
            onClick={() => toggle(kind)}
          >
            <KindIcon kind={kind} />
            {kindName(kind)}
            <span className="count">{list?.kinds[kind] ?? 0}</span>
          </button>
        ))}
      </fieldset>
      <Select
        label={t('annotations.state')}
        value={filter.state}
        options={STATES.map((state) => [
          state,
          t(`annotations.states.${state}`, { count: list?.states[state] ?? 0 }),
        ])}
        onChange={(value) => onChange({ ...filter, state: STATES.find((state) => state === value) ?? 'any' })}
      />
      <Select
        label={t('annotations.where')}
        value={filter.note ?? EVERY}
        options={[
          [EVERY, t('annotations.whole-library')],
          ...(openNote ? [[openNote.id, titleOf(openNote)] as const] : []),
        ]}
        onChange={(value) => onChange({ ...filter, note: value || null })}
      />
      <Select
        label={t('annotations.tag')}
        value={filter.tag ?? EVERY}
        options={[[EVERY, t('annotations.every-tag')], ...tags.map((tag) => [tag, tag] as const)]}
        onChange={(value) => onChange({ ...filter, tag: value || null })}
      />
      <Select
        label={t('annotations.author')}
        value={filter.author === null ? EVERY : `by ${filter.author}`}
        options={[
          [EVERY, t('annotations.every-author')],
          // The name may be empty: the person themself.
          ...(list?.authors ?? []).map((author) => [`by ${author}`, author || t('window.you')] as const),
        ]}
        onChange={(value) =>
          onChange({ ...filter, author: value === EVERY ? null : value.slice('by '.length) })
        }
      />
      <Select
        label={t('annotations.order')}
        value={filter.order}
        options={ORDERS.map((order) => [order, t(`annotations.orders.${order}`)])}
        onChange={(value) =>
          onChange({ ...filter, order: ORDERS.find((order) => order === value) ?? 'newest' })
        }
      />
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <select
      className="small-select"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Every tag of the library, each after its parent. */
const pathsOf = (nodes: readonly TagNode[]): string[] =>
  nodes.flatMap(({ tag, children }) => [tag, ...pathsOf(children)]);

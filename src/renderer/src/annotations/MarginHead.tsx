import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { choicesOf, type FilterChoice, isFiltering } from '../../../core/margin-filter';
import type { Note } from '../../../core/schema';
import type { Kind } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { focusFilter, showAllAnnotations, toggleFilter } from '../filtering';
import { useWindow } from '../store';
import { KindIcon, kindName } from '../ui/kinds';
import { Menu } from '../ui/Menu';
import type { MenuGroup } from '../ui/MenuList';

/** At the head of the margin: which annotations are shown, and how many of them that are. */
export function MarginHead({ note, shown }: { note: Note; shown: number }) {
  const { annotations } = note;
  const filter = useWindow((state) => state.filter);
  const isOn = isFiltering(filter);
  if (annotations.length === 0 && !isOn) return null;
  return (
    <div className={`margin-head ${isOn ? 'filtering' : ''}`}>
      <p className="margin-shown" aria-live="polite">
        {isOn && t('window.annotations-shown', { shown, all: annotations.length })}
      </p>
      {isOn && (
        <button
          type="button"
          className="margin-show-all"
          onClick={() => {
            showAllAnnotations();
            focusFilter();
          }}
        >
          {t('window.show-all')}
        </button>
      )}
      <Menu
        label={t('window.filter-annotations')}
        icon={<ListFilter size={16} strokeWidth={1.75} aria-hidden />}
        groups={() => choicesOf(annotations, filter).map(groupOf)}
      />
    </div>
  );
}

const groupOf = (choices: readonly FilterChoice[]): MenuGroup => ({
  name: t(`window.filter-by.${choices[0]?.aspect}`),
  items: choices.map((choice) => ({
    name: nameOf(choice),
    icon: iconOf(choice),
    chosen: choice.isChosen,
    count: choice.count,
    run: () => toggleFilter(choice.aspect, choice.value),
  })),
});

function nameOf({ aspect, value }: FilterChoice): string {
  switch (aspect) {
    case 'kinds':
      return kindName(value as Kind);
    case 'states':
      return t(`window.filter-states.${value}`);
    case 'authors':
      return value || t('window.you');
    case 'tags':
      return `#${value}`;
  }
}

const iconOf = ({ aspect, value }: FilterChoice): ReactNode =>
  aspect === 'kinds' ? (
    <span className={`filter-kind kind-${value}`}>
      <KindIcon kind={value as Kind} />
    </span>
  ) : null;

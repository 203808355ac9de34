import { AlignLeft, CircleAlert, FileText, LayoutTemplate, MessagesSquare, Quote } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { OwnLayout } from '../../../core/own-layout';
import { type ExportChoices, LAYOUTS, type LayoutId } from '../../../core/vocabulary';
import { failureText, t } from '../../../shared/text';
import { call } from '../api';
import { Choice } from '../ui/fields';

const PICTURES = {
  'briefing-note': FileText,
  'annotated-article': MessagesSquare,
  'clean-copy': AlignLeft,
  digest: Quote,
} as const satisfies Record<LayoutId, unknown>;

interface LayoutFieldProps {
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
}

/** The app's layouts, and those in the layouts folder; of these also why one cannot be used. */
export function LayoutField({ choices, onChange }: LayoutFieldProps) {
  const [own, setOwn] = useState<readonly OwnLayout[]>([]);
  useEffect(() => {
    void call('layouts.list', {}).then((listed) => {
      if (listed.ok) setOwn(listed.value);
    });
  }, []);
  const usable = own.flatMap((layout) => (layout.problem === null ? [layout] : []));
  const problems = own.flatMap(({ id, problem }) => (problem === null ? [] : [{ id, problem }]));
  return (
    <>
      <Choice<string>
        label={t('window.layout')}
        look="cards"
        value={choices.ownLayout || choices.layout}
        options={[
          ...LAYOUTS.map((value) => {
            const Picture = PICTURES[value];
            return {
              value,
              name: t(`window.layouts.${value}.name`),
              hint: t(`window.layouts.${value}.hint`),
              picture: <Picture size={20} strokeWidth={1.5} aria-hidden />,
            };
          }),
          ...usable.map(({ id, name, hint, like }) => ({
            value: id,
            name,
            hint: hint || t('export.own-layout', { like: t(`window.layouts.${like}.name`) }),
            picture: <LayoutTemplate size={20} strokeWidth={1.5} aria-hidden />,
          })),
        ]}
        onChange={(chosen) => {
          const shipped = LAYOUTS.find((layout) => layout === chosen);
          const like = usable.find(({ id }) => id === chosen)?.like;
          if (shipped) onChange({ layout: shipped, ownLayout: '' });
          else if (like) onChange({ layout: like, ownLayout: chosen });
        }}
      />
      {problems.map(({ id, problem }) => (
        <p key={id} className="export-hint layout-problem">
          <CircleAlert size={14} aria-hidden />
          <span>{failureText(problem)}</span>
        </p>
      ))}
    </>
  );
}

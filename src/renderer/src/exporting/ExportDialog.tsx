import { FileOutput, FileText, MessagesSquare } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Note } from '../../../core/schema';
import {
  ANNOTATION_PLACES,
  defaultChoices,
  EXPORT_FORMATS,
  type ExportChoices,
  LAYOUTS,
  PAPERS,
} from '../../../core/vocabulary';
import { t, warningText } from '../../../shared/text';
import { sayFailure, titleOf } from '../actions';
import { call } from '../api';
import { saveDrafts } from '../drafts';
import { say, setWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, TextField } from '../ui/fields';
import { TaskProgress } from '../ui/TaskProgress';
import { FiguresToLookAt } from './FiguresToLookAt';
import { MARKINGS } from './markings';
import './exporting.css';

const CHOICES_KEY = 'export-choices';
const LAYOUT_PICTURES = { 'briefing-note': FileText, 'annotated-article': MessagesSquare } as const;

/** Asks how the briefing shall be, and exports it. */
export function ExportDialog({ note }: { note: Note }) {
  const [choices, setChoices] = useState<ExportChoices>(rememberedChoices);
  const [task, setTask] = useState<string | null>(null);
  useEffect(() => {
    void call('export.prepare', {});
  }, []);

  const change = (part: Partial<ExportChoices>): void => setChoices((now) => ({ ...now, ...part }));
  const close = (): void => {
    if (task !== null) void call('task.cancel', { task });
    setWindow({ dialog: null });
  };
  const start = async (): Promise<void> => {
    // What could not be saved is not exported as if it were not there; the person has been told.
    if (!(await saveDrafts())) return;
    localStorage.setItem(CHOICES_KEY, JSON.stringify(choices));
    const name = `export-${Date.now()}`;
    setTask(name);
    const answer = await call('export.save', { note: note.id, choices, task: name });
    setTask(null);
    if (!answer.ok) {
      if (answer.error.code === 'cancelled') say('info', t('window.export-cancelled'));
      else sayFailure(answer.error);
      return;
    }
    if (answer.value === null) return;
    setWindow({ dialog: null });
    say('done', t('window.exported', { file: answer.value.file }), {
      label: t('window.show-in-folder'),
      run: () => void call('export.reveal', {}),
    });
    for (const warning of answer.value.warnings) say('info', warningText(warning));
  };

  const pdf = choices.format === 'pdf';
  return (
    <Dialog title={t('window.export')} onClose={close} className="export-dialog">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (task === null) void start();
        }}
      >
        <div className="dialog-body">
          <p className="export-title">{titleOf(note)}</p>
          <Choice
            label={t('window.format')}
            value={choices.format}
            options={EXPORT_FORMATS.map((value) => ({ value, name: t(`window.formats.${value}`) }))}
            onChange={(format) => change({ format })}
          />
          {pdf ? (
            <>
              <Choice
                label={t('window.layout')}
                look="cards"
                value={choices.layout}
                options={LAYOUTS.map((value) => {
                  const Picture = LAYOUT_PICTURES[value];
                  return {
                    value,
                    name: t(`window.layouts.${value}.name`),
                    hint: t(`window.layouts.${value}.hint`),
                    picture: <Picture size={20} strokeWidth={1.5} aria-hidden />,
                  };
                })}
                onChange={(layout) => change({ layout })}
              />
              <div className="export-row">
                <Choice
                  label={t('window.paper')}
                  value={choices.paper}
                  options={PAPERS.map((value) => ({ value, name: t(`window.papers.${value}`) }))}
                  onChange={(paper) => change({ paper })}
                />
                <Choice
                  label={t('window.annotations')}
                  value={choices.annotations}
                  options={ANNOTATION_PLACES.map((value) => ({
                    value,
                    name: t(`window.annotation-places.${value}`),
                  }))}
                  onChange={(annotations) => change({ annotations })}
                />
              </div>
              <p className="export-hint">
                {t(`window.layouts.${choices.layout}.annotations.${choices.annotations}`)}
              </p>
              <TextField
                label={t('window.marking')}
                value={choices.marking}
                maxLength={200}
                placeholder={t('window.no-marking')}
                suggestions={MARKINGS}
                hint={t('window.marking-hint')}
                onChange={(marking) => change({ marking })}
              />
            </>
          ) : (
            <p className="export-hint">{t(`window.formats.${choices.format}-hint`)}</p>
          )}
          <FiguresToLookAt note={note} onLeave={close} />
        </div>
        <footer className="dialog-foot">
          {task !== null && <TaskProgress task={task} label="typesetting" />}
          <Button onClick={close}>{t('window.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            disabled={task !== null}
            icon={<FileOutput size={16} strokeWidth={1.75} aria-hidden />}
          >
            {t('window.save-as')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function rememberedChoices(): ExportChoices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(CHOICES_KEY) ?? '{}');
    const parts = typeof kept === 'object' && kept !== null ? (kept as Partial<ExportChoices>) : {};
    const known = <V extends string>(value: unknown, of: readonly V[], otherwise: V): V =>
      of.find((each) => each === value) ?? otherwise;
    return {
      format: known(parts.format, EXPORT_FORMATS, defaultChoices.format),
      layout: known(parts.layout, LAYOUTS, defaultChoices.layout),
      paper: known(parts.paper, PAPERS, defaultChoices.paper),
      annotations: known(parts.annotations, ANNOTATION_PLACES, defaultChoices.annotations),
      marking: typeof parts.marking === 'string' ? parts.marking.slice(0, 200) : '',
    };
  } catch {
    return defaultChoices;
  }
}

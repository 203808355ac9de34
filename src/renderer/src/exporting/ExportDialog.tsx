import { FileOutput } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { Note } from '../../../core/schema';
import { EXPORT_FORMATS, type ExportChoices, hasPages, isLaidOut } from '../../../core/vocabulary';
import { t, warningText } from '../../../shared/text';
import { sayFailure, titleOf } from '../actions';
import { call } from '../api';
import { saveDrafts } from '../drafts';
import { say, setWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice } from '../ui/fields';
import { TaskProgress } from '../ui/TaskProgress';
import { ChoiceFields } from './ChoiceFields';
import { FiguresToLookAt } from './FiguresToLookAt';
import { PdfFields } from './PdfFields';
import { currentChoices, rememberChoices, rememberedChoices, withChoice } from './remembered-choices';
import './exporting.css';

/** Draws PDFs: loaded only where pages are looked at. */
const Preview = lazy(() => import('./Preview').then((module) => ({ default: module.Preview })));

/** Asks how the briefing shall be, and exports it. */
export function ExportDialog({ note }: { note: Note }) {
  const [all, setAll] = useState(rememberedChoices);
  const choices = useMemo(() => currentChoices(all), [all]);
  const [password, setPassword] = useState('');
  const [task, setTask] = useState<string | null>(null);
  useEffect(() => {
    void call('export.prepare', {});
  }, []);

  const change = (part: Partial<ExportChoices>): void => setAll((now) => withChoice(now, part));
  const close = (): void => {
    if (task !== null) void call('task.cancel', { task });
    setWindow({ dialog: null });
  };
  const start = async (): Promise<void> => {
    // What could not be saved is not exported as if it were not there; the person has been told.
    if (!(await saveDrafts())) return;
    rememberChoices(all);
    const name = `export-${Date.now()}`;
    setTask(name);
    const answer = await call('export.save', {
      note: note.id,
      choices,
      task: name,
      ...(password === '' || choices.archive || !hasPages(choices.format) ? {} : { password }),
    });
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

  return (
    <Dialog title={t('window.export')} onClose={close} className="export-dialog">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (task === null) void start();
        }}
      >
        <div className="export-rooms">
          <div className="dialog-body">
            <p className="export-title">{titleOf(note)}</p>
            <Choice
              label={t('window.format')}
              value={choices.format}
              options={EXPORT_FORMATS.map((value) => ({ value, name: t(`window.formats.${value}`) }))}
              onChange={(format) => change({ format })}
            />
            {choices.format !== 'pdf' && (
              <p className="export-hint">{t(`window.formats.${choices.format}-hint`)}</p>
            )}
            {isLaidOut(choices.format) && <ChoiceFields choices={choices} onChange={change} />}
            {hasPages(choices.format) && (
              <PdfFields choices={choices} onChange={change} password={password} onPassword={setPassword} />
            )}
            <FiguresToLookAt note={note} onLeave={close} />
          </div>
          {hasPages(choices.format) ? (
            <Suspense fallback={<div className="preview" />}>
              <Preview note={note} choices={choices} />
            </Suspense>
          ) : (
            <p className="no-preview">{t('export.no-pages')}</p>
          )}
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

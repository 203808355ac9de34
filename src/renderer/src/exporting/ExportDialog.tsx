import { FileOutput, Printer } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { HeadChange } from '../../../core/said-once';
import type { Note } from '../../../core/schema';
import { canBePack, EXPORT_FORMATS, type ExportChoices, hasPages, isLaidOut } from '../../../core/vocabulary';
import { layoutLabels } from '../../../shared/layout-labels';
import { failureText, t, warningText } from '../../../shared/text';
import { sayFailure, titleOf } from '../actions';
import { call } from '../api';
import { saveDrafts } from '../drafts';
import { say, setWindow } from '../store';
import { cancelTask } from '../tasks';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice } from '../ui/fields';
import { TaskProgress } from '../ui/TaskProgress';
import { ChoiceFields } from './ChoiceFields';
import { FiguresToLookAt } from './FiguresToLookAt';
import { HeadFields } from './HeadFields';
import type { OrderedNote } from './NoteOrder';
import { PackFields } from './PackFields';
import { PdfFields } from './PdfFields';
import { forPack } from './pack-choices';
import {
  currentChoices,
  rememberChoices,
  rememberedChoices,
  withAllChosen,
  withChoice,
} from './remembered-choices';
import { rememberedPresentation, rememberPresentation } from './remembered-presentations';
import { SavedChoicesField } from './SavedChoicesField';
import { TraditionWords } from './TraditionWords';
import { useSettled } from './useSettled';
import './exporting.css';

/** Draws PDFs: loaded only where pages are looked at. */
const Preview = lazy(() => import('./Preview').then((module) => ({ default: module.Preview })));

/** So long nothing else is typed or moved before the pages of a pack are set anew, in milliseconds. */
const SETTLED = 300;
/** The same while words are typed. */
const SETTLED_WORDS = 150;

interface ExportDialogProps {
  /** One becomes a briefing, several a pack. */
  readonly notes: readonly OrderedNote[];
  /** The open one, if it is that alone. */
  readonly note: Note | null;
  /** Of a pack; empty: it is called what it is. */
  readonly suggestedTitle: string;
}

/** Asks how the briefing shall be, and exports it. */
export function ExportDialog({ notes: given, note, suggestedTitle }: ExportDialogProps) {
  const isPack = given.length > 1;
  const [first] = useState(rememberedChoices);
  const [all, setAll] = useState(() => (isPack ? forPack(first) : first));
  const [notes, setNotes] = useState(given);
  const [title, setTitle] = useState(suggestedTitle);
  const [wantsEach, setEach] = useState(false);
  const choices = useMemo(() => currentChoices(all), [all]);
  const [password, setPassword] = useState('');
  const alone = isPack ? '' : (given[0]?.id ?? '');
  const [presentation, setPresentation] = useState(() => rememberedPresentation(alone));
  const [head, setHead] = useState<HeadChange>({});
  const [task, setTask] = useState<string | null>(null);
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    void call('export.prepare', {});
  }, []);

  const each = isPack && (wantsEach || !canBePack(choices.format));
  const exported = useMemo(() => ({ notes: notes.map(({ id }) => id), title }), [notes, title]);
  const [sample] = notes;
  // Of many files the first one is shown.
  const pages = useMemo(
    () => (each && sample ? { notes: [sample.id], title: '' } : exported),
    [each, sample, exported],
  );
  const shown = useSettled(pages, isPack ? SETTLED : 0);
  const saidNow = useMemo(() => ({ presentation, head }), [presentation, head]);
  const said = useSettled(saidNow, SETTLED_WORDS);

  const change = (part: Partial<ExportChoices>): void => setAll((now) => withChoice(now, part));
  const close = (): void => {
    if (task !== null) cancelTask(task);
    setWindow({ dialog: null });
  };
  const start = async (): Promise<void> => {
    await saving.current;
    // What could not be saved is not exported as if it were not there; the person has been told.
    if (!(await saveDrafts())) return;
    // A pack has parts of its own, which a single note is not given the next time.
    rememberChoices(isPack ? { ...all, ofLayouts: first.ofLayouts } : all);
    if (!isPack) rememberPresentation(alone, presentation);
    const name = `export-${Date.now()}`;
    setTask(name);
    const answer = await call('export.save', {
      ...exported,
      each,
      choices,
      task: name,
      ...saidNow,
      ...(password === '' || choices.archive || !hasPages(choices.format) ? {} : { password }),
    });
    setTask(null);
    if (!answer.ok) {
      if (answer.error.code === 'cancelled') {
        say('info', answer.error.details.context ? failureText(answer.error) : t('window.export-cancelled'));
      } else sayFailure(answer.error);
      return;
    }
    if (answer.value === null) return;
    setWindow({ dialog: null });
    const { file, count } = answer.value;
    say(
      'done',
      count === undefined
        ? t('window.exported', { file })
        : t('export.exported-each', { count, folder: file }),
      {
        label: t('window.show-in-folder'),
        run: () => void call('export.reveal', {}),
      },
    );
    for (const warning of answer.value.warnings) say('info', warningText(warning));
  };

  const print = async (): Promise<void> => {
    const name = `print-${Date.now()}`;
    setTask(name);
    const { printNotes } = await import('./printing');
    await printNotes(exported, name, choices, saidNow);
    setTask(null);
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
            {isPack ? (
              <PackFields
                notes={notes}
                onOrder={setNotes}
                title={title}
                onTitle={setTitle}
                usualTitle={layoutLabels(choices.language).pack ?? ''}
                format={choices.format}
                each={each}
                onEach={setEach}
              />
            ) : (
              sample && <p className="export-title">{titleOf(sample)}</p>
            )}
            <SavedChoicesField
              choices={choices}
              onChoose={(chosen) => setAll((now) => withAllChosen(now, chosen))}
            />
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
            {isLaidOut(choices.format) && (
              <TraditionWords
                choices={choices}
                onChange={change}
                presentation={presentation}
                onPresentation={isPack ? null : setPresentation}
              />
            )}
            {hasPages(choices.format) && (
              <PdfFields choices={choices} onChange={change} password={password} onPassword={setPassword} />
            )}
            {note && isLaidOut(choices.format) && (
              <HeadFields
                note={note}
                change={head}
                onChange={setHead}
                onSave={(now) => {
                  saving.current = Promise.all([saving.current, now]);
                }}
              />
            )}
            {note && <FiguresToLookAt note={note} onLeave={close} />}
          </div>
          {hasPages(choices.format) ? (
            <Suspense fallback={<div className="preview" />}>
              <Preview exported={shown} note={note} choices={choices} said={said} />
            </Suspense>
          ) : (
            <p className="no-preview">{t('export.no-pages')}</p>
          )}
        </div>
        <footer className="dialog-foot">
          {task !== null && <TaskProgress task={task} label={each ? 'exporting' : 'typesetting'} />}
          <Button onClick={close}>{t('window.cancel')}</Button>
          {hasPages(choices.format) && !each && (
            <Button
              disabled={task !== null}
              icon={<Printer size={16} strokeWidth={1.75} aria-hidden />}
              onClick={() => void print()}
            >
              {t('export.print')}
            </Button>
          )}
          <Button
            look="primary"
            type="submit"
            disabled={task !== null}
            icon={<FileOutput size={16} strokeWidth={1.75} aria-hidden />}
          >
            {t(each ? 'export.save-each' : 'window.save-as')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

import { Download, FileText } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { t } from '../../shared/text';
import { Margin } from './annotations/Margin';
import { canRun, run } from './commands';
import { LibraryPane } from './library/LibraryPane';
import { Messages } from './messages/Messages';
import { FindInNote } from './note/FindInNote';
import { NoteBar } from './note/NoteBar';
import { NoteHead } from './note/NoteHead';
import './note/note.css';
import { NotOpened } from './NotOpened';
import { NotesPane } from './notes/NotesPane';
import { ReadOnly } from './ReadOnly';
import { Reader } from './reader/Reader';
import { rememberViewSoon } from './scroll';
import './styles/found-places.css';
import './styles/window.css';
import { titleOf } from './actions';
import { rowOf, setWindow, useFixed, useWindow } from './store';

/** What the first sight of the window does not need: loaded when it is idle, so that each is there at once. */
const later = {
  editor: () => import('./editor/Editor').then(({ Editor }) => ({ default: Editor })),
  printing: () => import('./exporting/Printing').then(({ Printing }) => ({ default: Printing })),
  exporting: () => import('./exporting/ExportDialog').then(({ ExportDialog }) => ({ default: ExportDialog })),
  history: () => import('./history/HistoryDialog').then(({ HistoryDialog }) => ({ default: HistoryDialog })),
  palette: () => import('./palette/PaletteDialog').then(({ PaletteDialog }) => ({ default: PaletteDialog })),
  shortcuts: () =>
    import('./help/ShortcutsDialog').then(({ ShortcutsDialog }) => ({ default: ShortcutsDialog })),
  allAnnotations: () =>
    import('./all-annotations/AllAnnotationsDialog').then(({ AllAnnotationsDialog }) => ({
      default: AllAnnotationsDialog,
    })),
  settings: () =>
    import('./settings/SettingsDialog').then(({ SettingsDialog }) => ({ default: SettingsDialog })),
  question: () => import('./ui/QuestionDialog').then(({ QuestionDialog }) => ({ default: QuestionDialog })),
  renameTag: () =>
    import('./library/RenameTagDialog').then(({ RenameTagDialog }) => ({ default: RenameTagDialog })),
  unlock: () => import('./unlocking/UnlockDialog').then(({ UnlockDialog }) => ({ default: UnlockDialog })),
  selection: () =>
    import('./selection/SelectionPane').then(({ SelectionPane }) => ({ default: SelectionPane })),
  restore: () => import('./settings/RestoreDialog').then(({ RestoreDialog }) => ({ default: RestoreDialog })),
  details: () => import('./note/DetailsDialog').then(({ DetailsDialog }) => ({ default: DetailsDialog })),
} as const;
const Editor = lazy(later.editor);
const ExportDialog = lazy(later.exporting);
const Printing = lazy(later.printing);
const HistoryDialog = lazy(later.history);
const PaletteDialog = lazy(later.palette);
const ShortcutsDialog = lazy(later.shortcuts);
const AllAnnotationsDialog = lazy(later.allAnnotations);
const SettingsDialog = lazy(later.settings);
const RestoreDialog = lazy(later.restore);
const DetailsDialog = lazy(later.details);
const QuestionDialog = lazy(later.question);
const RenameTagDialog = lazy(later.renameTag);
const UnlockDialog = lazy(later.unlock);
const SelectionPane = lazy(later.selection);

/** The window: library, list, note and margin. */
export function App() {
  const ready = useWindow((state) => state.ready);
  const theme = useWindow((state) => state.settings.theme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    if (!ready) return;
    requestIdleCallback(() => {
      void Promise.all(Object.values(later).map((load) => load()))
        .then(() => import('./figures'))
        .then(({ practise }) => practise());
    });
  }, [ready]);
  return (
    <>
      {ready ? <Desk /> : <NotOpened />}
      <Messages />
    </>
  );
}

function Desk() {
  const printing = useWindow((state) => state.printing);
  return (
    <div className="desk">
      <ReadOnly />
      <Panes />
      <Dialogs />
      {printing && (
        <Suspense>
          <Printing notes={printing} />
        </Suspense>
      )}
      <div className="drop-here" aria-hidden>
        <Download size={28} strokeWidth={1.5} />
        {t('window.drop-here')}
      </div>
    </div>
  );
}

function Panes() {
  const libraryShown = useWindow((state) => state.panes.library);
  return (
    <div className="window">
      <LibraryPane />
      {libraryShown && (
        <button
          type="button"
          className="library-veil"
          aria-label={t('window.close-library')}
          onClick={() => setWindow(({ panes }) => ({ panes: { ...panes, library: false } }))}
        />
      )}
      <NotesPane />
      <NotePane />
    </div>
  );
}

function NotePane() {
  const note = useWindow((state) => state.open);
  const mode = useWindow((state) => state.mode);
  const fixed = useFixed(note);
  const selecting = useWindow((state) => state.selected.size > 0);
  const scroller = useRef<HTMLDivElement>(null);
  const id = note?.id ?? null;
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    if (scroller.current) scroller.current.scrollTop = 0;
    rememberViewSoon();
  }, [id]);

  if (selecting) {
    return (
      <Suspense>
        <SelectionPane />
      </Suspense>
    );
  }
  if (!note) return <NoNote />;
  return (
    <main className="note" aria-label={t('window.note')}>
      <NoteBar note={note} />
      <FindInNote key={note.id} />
      <div className="note-scroll" ref={scroller} onScroll={rememberViewSoon}>
        <div className="note-page">
          <article className="note-column" aria-label={titleOf(note)}>
            <NoteHead note={note} />
            {mode === 'reading' || fixed ? (
              <Reader key={note.id} note={note} />
            ) : (
              <Suspense>
                <Editor key={note.id} note={note} />
              </Suspense>
            )}
          </article>
          <Margin note={note} />
        </div>
      </div>
    </main>
  );
}

function NoNote() {
  useEffect(() => {
    document.title = t('window.app');
  }, []);
  return (
    <main className="note no-note" aria-label={t('window.note')}>
      <FileText size={36} strokeWidth={1.25} aria-hidden />
      <h1 className="unseen">{t('window.app')}</h1>
      <p>{t('window.no-note')}</p>
    </main>
  );
}

/** A note that is open is exported as it is shown, with what is found in it to look at. */
function Export() {
  const open = useWindow((state) => state.open);
  const exported = useWindow((state) => state.exported);
  const title = useWindow((state) => state.packTitle);
  const only = exported.length === 1 && exported[0] === open?.id ? open : null;
  const notes = useMemo(() => (only ? [only] : exported.flatMap((id) => rowOf(id) ?? [])), [only, exported]);
  return notes.length > 0 && <ExportDialog notes={notes} note={only} suggestedTitle={title} />;
}

function Dialogs() {
  const dialog = useWindow((state) => state.dialog);
  const note = useWindow((state) => state.open);
  const question = useWindow((state) => state.question);
  const renamed = useWindow((state) => state.renamed);
  const locked = useWindow((state) => state.locked);
  if (dialog === null) return null;
  return (
    <Suspense>
      {dialog === 'export' && <Export />}
      {dialog === 'history' && note && <HistoryDialog key={note.id} note={note} />}
      {dialog === 'details' && note && <DetailsDialog note={note} />}
      {dialog === 'all-annotations' && <AllAnnotationsDialog />}
      {dialog === 'restore' && <RestoreDialog />}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'question' && question && (
        <QuestionDialog {...question} onClose={() => setWindow({ dialog: null, question: null })} />
      )}
      {dialog === 'rename-tag' && renamed !== null && <RenameTagDialog tag={renamed} />}
      {dialog === 'unlock' && <UnlockDialog locked={locked} />}
      {dialog === 'shortcuts' && <ShortcutsDialog />}
      {dialog === 'palette' && <PaletteDialog canRun={canRun} run={run} />}
    </Suspense>
  );
}

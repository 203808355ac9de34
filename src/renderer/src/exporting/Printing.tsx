import { useEffect } from 'react';
import { setWindow } from '../store';
import { printNotes } from './printing';

/** Prints notes with the choices of the last export; how far it is, and Cancel, stand where those of all long work do. */
export function Printing({ notes }: { notes: readonly string[] }) {
  useEffect(() => {
    const task = `print-${Date.now()}`;
    setWindow({ working: { task, label: 'typesetting' } });
    void printNotes({ notes, title: '' }, task).finally(() => setWindow({ working: null, printing: null }));
  }, [notes]);
  return null;
}

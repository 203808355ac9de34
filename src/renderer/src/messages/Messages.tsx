import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { t } from '../../../shared/text';
import { CHANGING_TASK, cancelChanging } from '../actions';
import { cancelImport, IMPORT_TASK } from '../importing';
import { type Message, unsay, useWindow } from '../store';
import { cancelTask } from '../tasks';
import { Button, IconButton } from '../ui/Button';
import { LongWork } from './LongWork';
import './messages.css';

/** How long a message about something that worked is shown. Others stay until they are closed. */
const SHOWN = 8000;
const ICONS = { done: CircleCheck, info: Info, error: CircleAlert } as const;

/** What the person is told. While a dialog is open it stands inside of it. */
export function Messages() {
  const messages = useWindow((state) => state.messages);
  const quiet = messages.filter(({ level }) => level !== 'error');
  const importing = useWindow((state) => state.importing);
  const changing = useWindow((state) => state.changing);
  const working = useWindow((state) => state.working);
  const failures = messages.filter(({ level }) => level === 'error');
  const dialog = useWindow((state) => state.openDialog);
  const announcement = useWindow((state) => state.announcement);
  const all = (
    <div className="messages">
      <p role="status" className="unseen">
        {announcement}
      </p>
      <div role="status" aria-label={t('window.messages')}>
        {quiet.map((message) => (
          <OneMessage key={message.id} message={message} />
        ))}
      </div>
      {failures.map((message) => (
        <div role="alert" key={message.id}>
          <OneMessage message={message} />
        </div>
      ))}
      {importing && <LongWork task={IMPORT_TASK} label="importing" onCancel={cancelImport} />}
      {changing && <LongWork task={CHANGING_TASK} label="changing" onCancel={cancelChanging} />}
      {working && <LongWork {...working} onCancel={() => cancelTask(working.task)} />}
    </div>
  );
  return dialog ? createPortal(all, dialog) : all;
}

function OneMessage({ message }: { message: Message }) {
  const { id, level, text, action } = message;
  useEffect(() => {
    if (level !== 'done') return;
    const timer = window.setTimeout(() => unsay(id), SHOWN);
    return () => window.clearTimeout(timer);
  }, [id, level]);
  const Icon = ICONS[level];
  return (
    <div className={`message ${level}`}>
      <Icon size={17} aria-hidden />
      <p>{text}</p>
      {action && (
        <Button
          look="plain"
          onClick={() => {
            unsay(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        className="small"
        label={t('window.close-message')}
        icon={<X size={14} aria-hidden />}
        onClick={() => unsay(id)}
      />
    </div>
  );
}

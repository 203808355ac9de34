import { t } from '../../../shared/text';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface QuestionProps {
  readonly title: string;
  readonly text: string;
  /** The name of the button that does it. */
  readonly answer: string;
  readonly run: () => void;
  readonly onClose: () => void;
}

/** Asks before something is done that cannot be taken back for ever; Cancel has the focus. */
export function QuestionDialog({ title, text, answer, run, onClose }: QuestionProps) {
  return (
    <Dialog title={title} onClose={onClose} className="small-dialog">
      <div className="dialog-body">
        <p>{text}</p>
      </div>
      <footer className="dialog-foot">
        <Button data-first onClick={onClose}>
          {t('window.cancel')}
        </Button>
        <Button
          look="primary"
          onClick={() => {
            onClose();
            run();
          }}
        >
          {answer}
        </Button>
      </footer>
    </Dialog>
  );
}

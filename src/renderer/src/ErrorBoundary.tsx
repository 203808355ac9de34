import { Component, type ReactNode } from 'react';
import { t } from '../../shared/text';
import { saveDrafts } from './drafts';
import { Button } from './ui/Button';

/** Shown where the page itself fails. What was typed is saved before the page starts anew, if it still can be. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
    void saveDrafts();
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>{t('window.broken.title')}</h1>
        <p>{t('window.broken.text')}</p>
        <Button look="primary" onClick={() => void saveDrafts().finally(() => window.location.reload())}>
          {t('window.broken.again')}
        </Button>
      </main>
    );
  }
}

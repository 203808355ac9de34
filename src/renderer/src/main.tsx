import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { startWindow } from './start';

const root = document.getElementById('root');
if (root) {
  // At once: then every change of the state is drawn before the next frame, the first one too, however soon it comes.
  flushSync(() =>
    createRoot(root).render(
      <ErrorBoundary>
        <App />
      </ErrorBoundary>,
    ),
  );
  void startWindow();
}

import '@fontsource-variable/plus-jakarta-sans';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/page.css';
import './texts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';

// After an update the old parts are gone from the server: the page is loaded again, once a minute at most.
const ReloadedAt = 'alur.reloaded';
window.addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(ReloadedAt)) < 60_000) return;
  event.preventDefault();
  sessionStorage.setItem(ReloadedAt, String(Date.now()));
  window.location.reload();
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

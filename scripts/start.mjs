/** `npm start`: brings the clone up to date, then becomes the server. Arguments go to the server. */
import { bootstrap, main } from './bootstrap.mjs';

await main(async () => {
  await bootstrap();
  process.setSourceMapsEnabled(true);
});
// npm starts us through a shell, which dies of a signal without passing it on: when nobody is above us any more, we end as well.
const parent = process.ppid;
if (process.env.npm_lifecycle_event)
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
await import('../dist/apps/api/src/main.js');

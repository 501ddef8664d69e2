/** `npm start`: brings the clone up to date, then becomes the server. Arguments go to the server. */
import { bootstrap, main } from './bootstrap.mjs';

await main(async () => {
  if (!process.argv.includes('--help')) await bootstrap();
  process.setSourceMapsEnabled(true);
});
await import('../dist/apps/api/src/main.js');

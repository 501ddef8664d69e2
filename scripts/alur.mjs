/** `npm run alur -- COMMAND`: the command line, on an up-to-date build. */
import { bootstrap, main } from './bootstrap.mjs';

await main(async () => {
  await bootstrap({ web: false });
  process.setSourceMapsEnabled(true);
});
await import('../dist/apps/cli/src/main.js');

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

/** Where `vite build` puts the web interface, seen from `dist/apps/api/src`. */
const folder = fileURLToPath(new URL('../../../web', import.meta.url));

const ours = /^\/(api|health|metrics)(\/|$|\?)/;

/** Whether a GET is for a page of the web interface, which finds its own way from there. */
export const isPage = (method: string, url: string, accept = ''): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  !ours.test(url) &&
  !/\.\w+$/.test(url.split('?')[0] ?? '') &&
  /text\/html|\*\/\*/.test(accept);

/** Serves the web interface: files with a hash in their name for ever, its page always fresh. */
export const serveSite = async (server: FastifyInstance): Promise<void> => {
  if (!existsSync(folder)) return;
  // Asked for only where there is something to serve: it brings an ES module in by `require`, which Jest cannot.
  const { default: staticFiles } = await import('@fastify/static');
  await server.register(staticFiles, {
    root: folder,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    if (isPage(request.method, request.url, request.headers.accept)) return reply.sendFile('index.html');
  });
};

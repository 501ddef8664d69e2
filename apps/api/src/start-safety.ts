import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { type Config } from '@app/platform';
import fastify from 'fastify';

/**
 * The headers that keep browsers from doing harm, as helmet says them. They are the same for every reply,
 * and making them anew each time takes longer than all of the validation: so helmet is asked once.
 */
export const safetyHeaders = async (config: Config): Promise<Readonly<Record<string, string>>> => {
  const asked = fastify({ forceCloseConnections: true });
  await asked.register(helmet, optionsFor(config));
  asked.get('/', async () => '');
  const { headers } = await fetch(await asked.listen({ port: 0, host: '127.0.0.1' }));
  await asked.close();
  const own = new Set(['content-type', 'content-length', 'date', 'connection', 'keep-alive']);
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
};

const optionsFor = (config: Config): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'style-src': ["'self'", "'unsafe-inline'"], // the component library sets sizes and colours on elements
      'frame-src': ["'self'", 'blob:'],
      'object-src': ["'none'"],
      'upgrade-insecure-requests': config.behindProxy ? [] : null,
    },
  },
  strictTransportSecurity: config.behindProxy,
});

import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { type Config } from '@app/platform';
import fastify from 'fastify';

/**
 * The headers that keep browsers from doing harm, as helmet says them. They are the same for every reply,
 * and making them anew each time takes longer than all of the validation: so helmet is asked once.
 */
export const safetyHeaders = async (config: Config): Promise<Readonly<Record<string, string>>> => {
  const asked = fastify();
  await asked.register(helmet, optionsFor(config));
  asked.get('/', async () => '');
  const { headers } = await asked.inject('/');
  await asked.close();
  const own = new Set(['content-type', 'content-length', 'date', 'connection']);
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (own.has(name) ? [] : [[name, String(value)]])));
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

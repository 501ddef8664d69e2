import { createServer, type ServerResponse } from 'node:http';
import type { Config, Health, Metrics } from '@app/platform';
import type { Closing } from './closing.js';

export type StatusParts = Readonly<{
  config: Config & Readonly<{ statusPort?: number | undefined }>;
  health: Health;
  metrics: Metrics;
  closing: Closing;
}>;

const json = (reply: ServerResponse, status: number, body: unknown) =>
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/**
 * Answers for a process that serves no people: `/health/live`, `/health/ready` and `/metrics`, as the api does.
 * @returns the port
 */
export const openStatus = async ({ config, health, metrics, closing }: StatusParts): Promise<number> => {
  const answers: Readonly<Record<string, (reply: ServerResponse) => unknown>> = {
    '/health/live': (reply) => json(reply, 200, { status: 'ok' }),
    '/health/ready': async (reply) => {
      const report = await health.ready();
      json(reply, report.status === 'down' ? 503 : 200, report);
    },
    '/metrics': async (reply) => {
      const text = await metrics.text();
      reply.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    },
  };
  const server = createServer((request, reply) => {
    const answer = answers[request.url?.split('?')[0] ?? ''];
    if (!answer || request.method !== 'GET') return void json(reply, 404, { status: 404 });
    void Promise.resolve(answer(reply)).catch(() => reply.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.statusPort, config.host, resolve);
  });
  closing.add('the status', () => {
    server.close();
    server.closeAllConnections();
  });
  closing.add('readiness', () => health.drain());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};

import 'reflect-metadata';
import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import multipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Config,
  correlationOf,
  type Health,
  languageOf,
  type Log,
  type Metrics,
  nestLog,
  problemOf,
  Refusal,
  type Translate,
} from '@app/platform';
import { documentOf } from './http/document.js';
import { safetyHeaders } from './start-safety.js';
import { serveSite } from './start-site.js';

export type HttpParts = Readonly<{
  config: Config;
  log: Log;
  health: Health;
  metrics: Metrics;
  translate: Translate;
  module: DynamicModule;
}>;

const megabyte = 1024 * 1024;

/** Makes the HTTP server: headers, limits, health and metrics at the root, the api under `/api`, the site for the rest. */
export const openHttp = async ({
  config,
  log,
  health,
  metrics,
  translate,
  module,
}: HttpParts): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: megabyte,
    trustProxy: config.behindProxy,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what has come in is answered, also at the very end
    requestIdHeader: false,
    // One id for the log and for what the request writes, and none that a restart gives again.
    // What is no address at all never reaches Nest.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const language = languageOf(request.headers['accept-language']);
      const instance = request.url.split('?')[0] ?? '/';
      const problem = problemOf(new Refusal(400, 'request.malformed'), { instance, language, translate });
      reply.status(400).header('Content-Type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    },
    genReqId: ({ headers }: IncomingMessage) => correlationOf(headers['x-correlation-id']),
    routerOptions: { maxParamLength: 300 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: nestLog(log), abortOnError: false });
  app.setGlobalPrefix('api');
  const server = adapter.getInstance();

  server.addHook('onRequest', (request, _reply, done) => {
    // A client that always says "JSON" also says so of nothing.
    if (request.headers['content-length'] === '0') delete request.headers['content-type'];
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    if (route !== '/api/events')
      metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  // Who keeps his connection is told to make his next one elsewhere, before this one is let go under him.
  server.addHook('onSend', async (_request, reply) => {
    if (health.isDraining) reply.header('connection', 'close');
  });
  const safety = await safetyHeaders(config);
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(safety);
    done();
  });
  await app.register(compress, {
    threshold: 2048,
    encodings: ['gzip'],
    globalDecompression: false, // what comes in is small, and is not to be larger than it looks
    customTypes: /^(text\/(?!event-stream)|application\/(problem\+)?json|application\/javascript|image\/svg)/,
  });
  await app.register(multipart, { limits: { fileSize: 20 * megabyte, files: 1, fields: 20 } });

  for (const prefix of ['', '/api']) {
    server.get(`${prefix}/health/live`, async () => ({ status: 'ok' }));
    server.get(`${prefix}/health/ready`, async (_request, reply) => {
      const report = await health.ready();
      return reply.status(report.status === 'down' ? 503 : 200).send(report);
    });
    server.get(`${prefix}/metrics`, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.text()),
    );
  }
  let document: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json').send((document ??= JSON.stringify(documentOf(app)))),
  );
  await serveSite(server);
  return app;
};

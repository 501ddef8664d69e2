import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { controllers } from './controllers.js';
import { AfterInterceptor } from './http/after.interceptor.js';
import { documentOf } from './http/document.js';
import { WorkbookInterceptor } from './http/workbook.interceptor.js';

@Module({})
class Described {}

const isClass = (value: unknown): value is Type => typeof value === 'function';

/** What they ask for in their constructors; nothing of it is called while describing them. */
const neededBy = (asking: Type): Type[] => {
  const needed: unknown = Reflect.getMetadata('design:paramtypes', asking);
  return Array.isArray(needed) ? needed.filter(isClass) : [];
};

/** The document as it is committed, made without a database. */
export const describeApi = async (): Promise<string> => {
  const providers = [...new Set([...controllers, AfterInterceptor, WorkbookInterceptor].flatMap(neededBy))].map((provide) => ({
    provide,
    useValue: {},
  }));
  const app = await NestFactory.create({ module: Described, controllers, providers }, new FastifyAdapter(), { logger: false });
  app.setGlobalPrefix('api');
  try {
    return `${JSON.stringify(documentOf(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
};

/** Where it is committed. */
export const documentFile = fileURLToPath(new URL('../openapi.json', import.meta.url));

/** Whether the committed document still says what the controllers say. */
export const isUpToDate = async (): Promise<boolean> => readFileSync(documentFile, 'utf8') === (await describeApi());

export const writeDocument = async (file: string): Promise<void> => writeFileSync(file, await describeApi());

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeDocument(process.argv[2] ?? documentFile);

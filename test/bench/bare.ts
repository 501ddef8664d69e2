import 'reflect-metadata';
import { requestValidation } from '@app/platform';
import { Body, Controller, HttpCode, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DecisionRequest } from '../../apps/api/src/mutation/requests.js';

/** The same request, validated by the same framework, and nothing done with it. */
@Controller('api/bare')
class BareController {
  @Post()
  @HttpCode(200)
  take(@Body() { stage, verdict }: DecisionRequest) {
    return { stage, verdict };
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(requestValidation());
await app.listen(0, '127.0.0.1');
console.log(`ready: ${await app.getUrl()}`);

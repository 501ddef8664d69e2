import 'reflect-metadata';
import { requestValidation } from '@app/platform';
import { Body, Controller, HttpCode, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DecisionRequest } from '../../apps/api/src/mutation/requests.js';

/** The same request, validated by the same framework, and nothing done with it. `own` on the command line: by Alur's pipe. */
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
// As strictly as Alur's: what is not known is refused.
const frameworks = () => new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true });
app.useGlobalPipes(process.argv[2] === 'own' ? requestValidation() : frameworks());
await app.listen(0, '127.0.0.1');
console.log(`ready: ${await app.getUrl()}`);

import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document of an application's controllers. */
export const documentOf = (app: INestApplication): OpenAPIObject =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Alur')
      .setDescription(
        'Transfers of civil servants, from an agency head’s proposal to the regent’s decree, the auditor’s review and the reminder.',
      )
      .setVersion('1')
      .addBearerAuth()
      .addCookieAuth('alur_session')
      .build(),
    { operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').toLowerCase()}_${method}` },
  );

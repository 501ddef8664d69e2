import { ProblemFilter, AuthGuard, requestValidation } from '@app/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, Reflector } from '@nestjs/core';
import { rimModule } from './modules.js';
import type { Parts } from './parts.js';

@Module({})
export class AppModule {}

/** The api as Nest sees it: what holds for every request, and the contexts' modules. */
export const appModule = (parts: Parts): DynamicModule => ({
  module: AppModule,
  imports: [rimModule(parts)],
  providers: [
    { provide: APP_FILTER, useFactory: () => new ProblemFilter(parts.translate, parts.foundation.log) },
    {
      provide: APP_GUARD,
      useFactory: (reflector: Reflector) => new AuthGuard(parts.accounts, reflector, (jwt) => parts.signIn.byToken(jwt)),
      inject: [Reflector],
    },
    { provide: APP_PIPE, useFactory: requestValidation },
  ],
});

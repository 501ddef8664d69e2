import { Body, Controller, HttpCode, Param, Post, Res, type Type } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer, type Written } from '../http/answer.js';
import { type Asked, Wish } from '../http/asked.js';
import { Conditional, Terse, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import type { CaseWish } from './messages.js';
import type { StepRow } from './steps.js';

type Kind<Wanted extends CaseWish> = Readonly<{
  /** A name that no other controller has. */
  name: string;
  /** Under which address: `cases/:id`. */
  under: string;
  tag: string;
  full: Type;
  brief: Type;
  command: (id: string, step: StepRow<Wanted>, body: unknown, asked: Asked) => Command<Written<unknown>>;
}>;

/** The verbs of a table, each on an address of its own: what a decorated method for each would be. */
export const stepController = <Wanted extends CaseWish>(
  { name, under, tag, full, brief, command }: Kind<Wanted>,
  steps: readonly StepRow<Wanted>[],
): Type => {
  class Steps {
    constructor(readonly commands: CommandBus) {}
  }
  Object.defineProperty(Steps, 'name', { value: name });
  Reflect.defineMetadata('design:paramtypes', [CommandBus], Steps);
  Terse(brief)(Steps);
  ApiTags(tag)(Steps);

  for (const step of steps) {
    const method = step.path.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const descriptor: PropertyDescriptor = {
      configurable: true,
      writable: true,
      value: async function (this: Steps, id: string, body: unknown, asked: Asked, reply: FastifyReply) {
        return answer(reply, await this.commands.execute(command(id, step, body, asked)));
      },
    };
    // The documentation finds a method's parameters by its function's name.
    Object.defineProperty(descriptor.value, 'name', { value: method });
    Object.defineProperty(Steps.prototype, method, descriptor);
    const at = [Steps.prototype, method] as const;
    Reflect.defineMetadata('design:paramtypes', [String, step.body, Object, Object], ...at);
    Param('id', Id)(...at, 0);
    Body()(...at, 1);
    Wish()(...at, 2);
    Res({ passthrough: true })(...at, 3);
    for (const decorate of [
      Post(step.path),
      HttpCode(200),
      Writes(step.summary, 200, full),
      ...(step.conditional ? [Conditional()] : []),
    ])
      decorate(...at, descriptor);
  }
  Controller(under)(Steps);
  return Steps;
};

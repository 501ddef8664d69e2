import { CommandHandler, QueryHandler } from '@nestjs/cqrs';
import { checkHandlers } from './cqrs-check.js';

class Move {}
class Ask {}

@CommandHandler(Move)
class Mover {
  execute() {}
}

@CommandHandler(Move)
class OtherMover {
  execute() {}
}

@QueryHandler(Ask)
class Answerer {
  execute() {}
}

describe('the handlers of the buses', () => {
  it('are complete where each message has one', () => {
    expect(() => checkHandlers([Move, Ask], [Mover, Answerer])).not.toThrow();
  });

  it('are refused where a message has none, or two', () => {
    expect(() => checkHandlers([Move, Ask], [Answerer])).toThrow('Move has no handler');
    expect(() => checkHandlers([Move, Ask], [Mover, OtherMover, Answerer])).toThrow('Move has 2 handlers: Mover, OtherMover');
    expect(() => checkHandlers([Ask], [Mover, Answerer])).toThrow('Mover handles nothing that is listed');
  });
});

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../http/asked.js';
import type { CreateTokenRequest, SignInRequest } from './requests.js';
import type { NewTokenResponse, SessionResponse, TokenList } from './responses.js';

/** Signing in and out, and API tokens. */
export abstract class Sessions {
  abstract begin(asked: SignInRequest, request: FastifyRequest, reply: FastifyReply): Promise<SessionResponse>;
  abstract end(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  abstract createToken(asked: CreateTokenRequest, caller: Caller): Promise<NewTokenResponse>;
  abstract tokensOf(caller: Caller): Promise<TokenList>;
  abstract endToken(id: string, caller: Caller): Promise<void>;
}

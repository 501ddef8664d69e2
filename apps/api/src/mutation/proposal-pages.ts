import { type Done, type Proposals } from '@app/domain/mutation';
import { type BusinessClock } from '@app/scheduling';
import type { Written } from '../http/answer.js';
import type { Caller } from '../http/asked.js';
import { type Standings } from '../http/standing.js';
import { type Wording } from '../http/wording.js';
import { proposalResponse } from './proposal-response.js';
import type { ProposalResponse } from './responses.js';

/** The page of one proposal, with its ETag. After a write it is made of what the write came to, without reading again. */
export class ProposalPages {
  constructor(
    private readonly proposals: Proposals,
    private readonly standings: Standings,
    private readonly wording: Wording,
    private readonly clock: BusinessClock,
  ) {}

  async of(id: string, { person, language }: Caller, done?: Done): Promise<Written<ProposalResponse>> {
    const [view, standing] = await Promise.all([
      this.proposals.view(id, person, this.clock.now(), done),
      this.standings.of(person),
    ]);
    return {
      body: proposalResponse(view, { standing, language, wording: this.wording }),
      position: done?.position,
      etag: view.etag,
    };
  }
}

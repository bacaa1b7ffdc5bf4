import { Controller, Inject } from '@nestjs/common';
import { correctionRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { CorrectionsQueries } from './corrections.queries';
import { DecideCorrection } from './decide-correction';
import { ProposeCorrection } from './propose-correction';

@Controller()
export class CorrectionsController {
  constructor(
    @Inject(CorrectionsQueries) private readonly queries: CorrectionsQueries,
    @Inject(ProposeCorrection) private readonly proposeCorrection: ProposeCorrection,
    @Inject(DecideCorrection) private readonly decide: DecideCorrection,
  ) {}

  @Endpoint(correctionRoutes.list)
  list({ query }: CallOf<typeof correctionRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, query);
  }

  @Endpoint(correctionRoutes.read)
  read({ params }: CallOf<typeof correctionRoutes.read>, { actor }: Caller) {
    return this.queries.one(actor, params.id);
  }

  @Endpoint(correctionRoutes.propose)
  async propose({ body }: CallOf<typeof correctionRoutes.propose>, caller: Caller) {
    return this.queries.one(caller.actor, await this.proposeCorrection.run(caller, body));
  }

  @Endpoint(correctionRoutes.confirm)
  async confirm({ params, body }: CallOf<typeof correctionRoutes.confirm>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decide.run(caller, params.id, 'confirm', body));
  }

  @Endpoint(correctionRoutes.refuse)
  async refuse({ params, body }: CallOf<typeof correctionRoutes.refuse>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decide.run(caller, params.id, 'refuse', body));
  }

  @Endpoint(correctionRoutes.withdraw)
  async withdraw({ params, body }: CallOf<typeof correctionRoutes.withdraw>, caller: Caller) {
    return this.queries.one(caller.actor, await this.decide.run(caller, params.id, 'withdraw', body));
  }
}

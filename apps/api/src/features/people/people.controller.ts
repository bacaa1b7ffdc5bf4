import { Controller, Inject } from '@nestjs/common';
import { peopleRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { ManagePeople } from './manage-people';
import { PeopleQueries } from './people.queries';

@Controller()
export class PeopleController {
  constructor(
    @Inject(PeopleQueries) private readonly queries: PeopleQueries,
    @Inject(ManagePeople) private readonly people: ManagePeople,
  ) {}

  @Endpoint(peopleRoutes.list)
  list({ query }: CallOf<typeof peopleRoutes.list>) {
    return this.queries.list(query);
  }

  @Endpoint(peopleRoutes.read)
  read({ params }: CallOf<typeof peopleRoutes.read>) {
    return this.queries.one(params.id);
  }

  @Endpoint(peopleRoutes.create)
  create({ body }: CallOf<typeof peopleRoutes.create>, caller: Caller) {
    return this.people.create(caller, body);
  }

  @Endpoint(peopleRoutes.edit)
  edit({ params, body }: CallOf<typeof peopleRoutes.edit>, caller: Caller) {
    return this.people.edit(caller, params.id, body);
  }

  @Endpoint(peopleRoutes.disable)
  disable({ params, body }: CallOf<typeof peopleRoutes.disable>, caller: Caller) {
    return this.people.disable(caller, params.id, body.version);
  }

  @Endpoint(peopleRoutes.enable)
  enable({ params, body }: CallOf<typeof peopleRoutes.enable>, caller: Caller) {
    return this.people.enable(caller, params.id, body.version);
  }

  @Endpoint(peopleRoutes.resetPassword)
  resetPassword({ params, body }: CallOf<typeof peopleRoutes.resetPassword>, caller: Caller) {
    return this.people.resetPassword(caller, params.id, body.version);
  }
}

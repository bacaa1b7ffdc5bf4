import { Controller, Inject } from '@nestjs/common';
import { regionRoutes } from '@qingshan/contracts';
import { Endpoint } from '../../platform/http/endpoint';
import { Regions } from './regions';

@Controller()
export class RegionsController {
  constructor(@Inject(Regions) private readonly regions: Regions) {}

  @Endpoint(regionRoutes.list)
  async list() {
    return { regions: this.regions.tree.all() };
  }
}

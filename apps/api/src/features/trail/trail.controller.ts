import { createReadStream } from 'node:fs';
import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { trailRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { refused } from '../../platform/http/refused';
import { ExcerptTrail } from './checking/excerpt-trail';
import { PackageTrail } from './checking/package-trail';
import { VerifyTrail } from './checking/verify-trail';
import { SealQueries } from './sealing/seal.queries';
import { TrailQueries } from './trail.queries';

/** Where the verifier lies beside the bundle; null where there is no bundle. */
export const VERIFIER = Symbol('VERIFIER');

const LINES = 'application/x-ndjson; charset=utf-8';

@Controller()
export class TrailController {
  constructor(
    @Inject(TrailQueries) private readonly queries: TrailQueries,
    @Inject(SealQueries) private readonly seals: SealQueries,
    @Inject(VerifyTrail) private readonly verifyTrail: VerifyTrail,
    @Inject(PackageTrail) private readonly packageTrail: PackageTrail,
    @Inject(ExcerptTrail) private readonly excerptTrail: ExcerptTrail,
    @Inject(VERIFIER) private readonly verifierFile: URL | null,
  ) {}

  @Endpoint(trailRoutes.list)
  list({ query }: CallOf<typeof trailRoutes.list>) {
    return this.queries.list(query);
  }

  @Endpoint(trailRoutes.seal)
  seal() {
    return this.seals.seal();
  }

  @Endpoint(trailRoutes.verify)
  async verify(_: CallOf<typeof trailRoutes.verify>, caller: Caller) {
    return new StreamableFile(this.verifyTrail.run(caller), { type: LINES });
  }

  @Endpoint(trailRoutes.package)
  async package(_: CallOf<typeof trailRoutes.package>, caller: Caller) {
    const bytes = await this.packageTrail.run(caller);
    return new StreamableFile(bytes, { type: LINES, disposition: 'attachment; filename="trail.jsonl"' });
  }

  @Endpoint(trailRoutes.excerpt)
  async excerpt({ query }: CallOf<typeof trailRoutes.excerpt>, caller: Caller) {
    const bytes = await this.excerptTrail.run(caller, query);
    return new StreamableFile(bytes, { type: LINES, disposition: 'attachment; filename="excerpt.jsonl"' });
  }

  @Endpoint(trailRoutes.verifier)
  async verifier() {
    if (!this.verifierFile) throw refused('not-found');
    return new StreamableFile(createReadStream(this.verifierFile), {
      type: 'text/javascript; charset=utf-8',
      disposition: 'attachment; filename="verify.mjs"',
    });
  }

  @Endpoint(trailRoutes.proof)
  proof({ params }: CallOf<typeof trailRoutes.proof>) {
    return this.seals.proof(params.id);
  }

  @Endpoint(trailRoutes.read)
  read({ params }: CallOf<typeof trailRoutes.read>) {
    return this.queries.one(params.id);
  }
}

import { Controller, Inject, StreamableFile } from '@nestjs/common';
import { importRoutes, type CallOf } from '@qingshan/contracts';
import type { Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import type { UploadedFile } from '../../platform/http/read-call';
import { CheckImport } from './check-import';
import { CorrectCells } from './correct-cells';
import { HandBackLedger } from './hand-back-ledger';
import { ImportsQueries } from './imports.queries';
import { RereadLedger } from './reread-ledger';
import { StartImport } from './start-import';
import { UploadLedger } from './upload-ledger';

@Controller()
export class ImportsController {
  constructor(
    @Inject(ImportsQueries) private readonly queries: ImportsQueries,
    @Inject(UploadLedger) private readonly uploadLedger: UploadLedger,
    @Inject(CheckImport) private readonly checkImport: CheckImport,
    @Inject(RereadLedger) private readonly rereadLedger: RereadLedger,
    @Inject(CorrectCells) private readonly correctCells: CorrectCells,
    @Inject(HandBackLedger) private readonly handBackLedger: HandBackLedger,
    @Inject(StartImport) private readonly startImport: StartImport,
  ) {}

  @Endpoint(importRoutes.list)
  list({ query }: CallOf<typeof importRoutes.list>, { actor }: Caller) {
    return this.queries.list(actor, query.page, query.pageSize);
  }

  @Endpoint(importRoutes.upload)
  async upload({ file }: { file: UploadedFile }, caller: Caller) {
    return this.queries.one(caller.actor, await this.uploadLedger.run(caller, file));
  }

  @Endpoint(importRoutes.read)
  read({ params }: CallOf<typeof importRoutes.read>, { actor }: Caller) {
    return this.queries.one(actor, params.id);
  }

  @Endpoint(importRoutes.rows)
  rows({ params, query }: CallOf<typeof importRoutes.rows>, { actor }: Caller) {
    return this.queries.rows(actor, params.id, query);
  }

  @Endpoint(importRoutes.problems)
  problems({ params }: CallOf<typeof importRoutes.problems>, { actor }: Caller) {
    return this.queries.problems(actor, params.id);
  }

  @Endpoint(importRoutes.check)
  async check({ params, body }: CallOf<typeof importRoutes.check>, caller: Caller) {
    return this.queries.one(caller.actor, await this.checkImport.run(caller, params.id, body));
  }

  @Endpoint(importRoutes.reading)
  async reading({ params, body }: CallOf<typeof importRoutes.reading>, caller: Caller) {
    return this.queries.one(caller.actor, await this.rereadLedger.run(caller, params.id, body));
  }

  @Endpoint(importRoutes.correct)
  async correct({ params, body }: CallOf<typeof importRoutes.correct>, caller: Caller) {
    return this.queries.one(caller.actor, await this.correctCells.run(caller, params.id, body));
  }

  @Endpoint(importRoutes.original)
  async original({ params, body }: CallOf<typeof importRoutes.original>, { actor }: Caller) {
    const { bytes, mediaType } = await this.handBackLedger.run(actor, params.id, body);
    return new StreamableFile(bytes, { type: mediaType, disposition: 'attachment' });
  }

  @Endpoint(importRoutes.undo)
  async undo({ params }: CallOf<typeof importRoutes.undo>, caller: Caller) {
    return this.queries.one(caller.actor, await this.startImport.undo(caller, params.id));
  }

  @Endpoint(importRoutes.apply)
  async apply({ params, body }: CallOf<typeof importRoutes.apply>, caller: Caller) {
    return this.queries.one(caller.actor, await this.startImport.apply(caller, params.id, body));
  }

  @Endpoint(importRoutes.cancel)
  async cancel({ params }: CallOf<typeof importRoutes.cancel>, caller: Caller) {
    return this.queries.one(caller.actor, await this.startImport.cancel(caller, params.id));
  }
}

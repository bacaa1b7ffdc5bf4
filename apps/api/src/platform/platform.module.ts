import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from './clock';
import { Database } from './database/database';
import { EXPORT_POOL, READ_POOL } from './database/pools';
import type { Env } from './env';
import { ProblemFilter } from './http/problem.filter';
import { ReplyInterceptor } from './http/reply.interceptor';
import { FileStore } from './files/file-store';
import { JobRunner } from './jobs/job-runner';
import { Mailer } from './mail/mailer';
import { Installation } from './installation';
import { OutsideHosts } from './outside-hosts';
import { ENV } from './platform.tokens';

/** What the platform is built on; tests bring their own clock. */
export interface Foundations {
  readonly env: Env;
  readonly clock: Clock;
  readonly source: DataSource;
  readonly readPool: pg.Pool;
  readonly exportPool: pg.Pool;
}

@Global()
@Module({})
export class PlatformModule {
  static on({ env, clock, source, readPool, exportPool }: Foundations): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: ENV, useValue: env },
        { provide: Clock, useValue: clock },
        { provide: DataSource, useValue: source },
        { provide: READ_POOL, useValue: readPool },
        { provide: EXPORT_POOL, useValue: exportPool },
        Database,
        FileStore,
        Installation,
        OutsideHosts,
        JobRunner,
        Mailer,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
      ],
      exports: [
        ENV,
        Clock,
        DataSource,
        READ_POOL,
        EXPORT_POOL,
        Database,
        FileStore,
        Installation,
        OutsideHosts,
        JobRunner,
        Mailer,
      ],
    };
  }
}

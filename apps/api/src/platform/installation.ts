import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from './database/database';

/** What this installation holds: synthetic data are marked as such on every page. */
@Injectable()
export class Installation implements OnModuleInit {
  demo = false;

  constructor(@Inject(Database) private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.database.rows<{ demo: boolean }>('SELECT demo FROM installation');
    this.demo = row?.demo ?? false;
  }
}

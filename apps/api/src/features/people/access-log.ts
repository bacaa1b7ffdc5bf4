import { Inject, Injectable } from '@nestjs/common';
import type { AccessRule, RefusalCode } from '@qingshan/domain';
import { Database } from '../../platform/database/database';
import { callerOf, type Request } from '../../platform/http/request';

// A script that knocks at every door shall not fill the trail (S59).
const PER_MINUTE = 30;

/** Refused access goes into the trail, what is out of reach and what is one's own included, up to a rate per person. */
@Injectable()
export class AccessLog {
  constructor(@Inject(Database) private readonly database: Database) {}

  async refused(request: Request, act: AccessRule, refusal: RefusalCode): Promise<void> {
    const { actor, address, requestId } = callerOf(request);
    if (actor === null) return;
    const [recent] = await this.database.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM trail
       WHERE person_id = $1 AND action = 'access.refused' AND recorded_at > now() - interval '1 minute'`,
      [actor.personId],
    );
    if ((recent?.n ?? 0) >= PER_MINUTE) return;
    await this.database.write({ actor, address, requestId }, (tx) =>
      tx.record({
        action: 'access.refused',
        outcome: 'refused',
        detail: { act, refusal, method: request.method, path: request.url.slice(0, 200) },
      }),
    );
  }
}

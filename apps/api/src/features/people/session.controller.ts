import { Controller, Inject } from '@nestjs/common';
import { sessionRoutes, type CallOf, type SessionView } from '@qingshan/contracts';
import { actsOf } from '@qingshan/domain';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import type { Anonymous, Caller } from '../../platform/http/caller';
import { Endpoint } from '../../platform/http/endpoint';
import { refused } from '../../platform/http/refused';
import type { Exchange } from '../../platform/http/request';
import { Installation } from '../../platform/installation';
import { Regions } from '../regions/regions';
import { ChangePassword } from './change-password';
import { SessionCookie } from './session-cookie';
import type { OpenSession } from './session-memory';
import { IDLE_MINUTES, Sessions } from './sessions';
import { SignIn } from './sign-in';

@Controller()
export class SessionController {
  constructor(
    @Inject(SignIn) private readonly signInAct: SignIn,
    @Inject(ChangePassword) private readonly changePasswordAct: ChangePassword,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(Regions) private readonly regions: Regions,
    @Inject(Installation) private readonly installation: Installation,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Endpoint(sessionRoutes.signIn)
  async signIn({ body }: CallOf<typeof sessionRoutes.signIn>, caller: Anonymous, { reply }: Exchange) {
    const token = await this.signInAct.run(caller, body.username.trim().toLowerCase(), body.password);
    this.cookie.set(reply, token);
    return this.view(token);
  }

  @Endpoint(sessionRoutes.read)
  read(_call: unknown, _caller: Caller, { request }: Exchange) {
    return this.view(request.session?.token);
  }

  @Endpoint(sessionRoutes.signOut)
  async signOut(_call: unknown, caller: Caller, { request, reply }: Exchange) {
    const token = request.session?.token ?? '';
    await this.database.write(caller, async (tx) => {
      await this.sessions.close(tx, token);
      await tx.record({ action: 'session.closed', subject: request.session?.username });
    });
    this.sessions.forget();
    this.cookie.clear(reply);
    return null;
  }

  @Endpoint(sessionRoutes.changePassword)
  async changePassword(
    { body }: CallOf<typeof sessionRoutes.changePassword>,
    caller: Caller,
    { request }: Exchange,
  ) {
    const token = request.session?.token ?? '';
    await this.changePasswordAct.run(caller, token, body.currentPassword, body.newPassword);
    return this.view(token);
  }

  private async view(token: string | undefined): Promise<SessionView> {
    const session = token === undefined ? null : await this.sessions.find(token);
    if (!session) throw refused('not-signed-in');
    return this.viewOf(session);
  }

  private viewOf(session: OpenSession): SessionView {
    const region = this.regions.tree.find(session.regionCode);
    return {
      person: {
        id: session.personId,
        username: session.username,
        name: session.name,
        role: session.role,
        regionCode: session.regionCode,
        regionName: { zh: region?.nameZh ?? session.regionCode, en: region?.nameEn ?? session.regionCode },
      },
      acts: actsOf(session.role),
      csrfToken: session.csrfToken,
      mustChangePassword: session.mustChangePassword,
      demo: this.installation.demo,
      today: this.clock.today(),
      idleMinutes: IDLE_MINUTES,
    };
  }
}

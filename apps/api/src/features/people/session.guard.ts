import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { may } from '@qingshan/domain';
import { routeOf } from '../../platform/http/endpoint';
import { refused } from '../../platform/http/refused';
import type { Request } from '../../platform/http/request';
import { AccessLog } from './access-log';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';

/** Who is it, may they, and did this page send it: asked before every handler. A handler without a route is refused. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(SessionCookie) private readonly cookie: SessionCookie,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = routeOf(this.reflector, context);
    if (!route) return false;
    const request = context.switchToHttp().getRequest<Request>();
    refuseOtherSites(request);
    // HEAD runs the handler and throws its answer away: a file that goes out once would be gone.
    if (request.method === 'HEAD' && route.carries === 'file') throw refused('not-found');
    if (route.may === 'anyone') return true;
    const token = this.cookie.read(request);
    const session = token ? await this.sessions.find(token) : null;
    if (!token || !session) throw refused('not-signed-in');
    const { personId, name, role, regionCode } = session;
    request.actor = { personId, name, role, regionCode };
    request.session = { ...session, token };
    if (!isSafe(request.method)) refuseForged(request, session.csrfToken);
    if (route.may === 'self') return true;
    if (session.mustChangePassword) throw refused('password-change-due');
    if (may(role, route.may)) return true;
    await this.log.refused(request, route.may, 'not-allowed');
    throw refused('not-allowed', { act: route.may });
  }
}

/** Browsers say where a request comes from; one from another site has no business here, reading included (S27, S48). */
const refuseOtherSites = (request: Request): void => {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreign = origin !== undefined && hostOf(origin) !== request.host;
  if (foreign || site === 'cross-site' || site === 'same-site') throw refused('cross-site-request');
};

const isSafe = (method: string): boolean => method === 'GET' || method === 'HEAD';

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

const refuseForged = (request: Request, expected: string): void => {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const token = Buffer.from(expected);
  if (given.length !== token.length || !timingSafeEqual(given, token)) throw refused('cross-site-request');
};

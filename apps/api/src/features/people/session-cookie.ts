import '@fastify/cookie';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Env } from '../../platform/env';
import type { Request } from '../../platform/http/request';
import { ENV } from '../../platform/platform.tokens';

/** The cookie that holds the session's secret: `__Host-` and Secure where the public address is HTTPS. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(ENV) env: Env) {
    this.secure = env.QINGSHAN_PUBLIC_SCHEME === 'https';
    this.name = this.secure ? '__Host-qingshan-session' : 'qingshan-session';
  }

  read(request: Request): string | undefined {
    return request.cookies[this.name];
  }

  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.secure,
    });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, { path: '/', httpOnly: true, sameSite: 'strict', secure: this.secure });
  }
}

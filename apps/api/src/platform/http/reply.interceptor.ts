import {
  Inject,
  Injectable,
  StreamableFile,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@qingshan/contracts';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { ENV } from '../platform.tokens';
import type { Env } from '../env';
import { routeOf } from './endpoint';
import { JsonText } from './json-text';

/**
 * Holds every reply to its contract: undeclared fields are taken off, a wrong shape is our error and not the client's.
 * JSON that PostgreSQL wrote is checked everywhere but in production, where it goes out untouched.
 */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ENV) private readonly env: Env,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = routeOf(this.reflector, context);
    if (!route) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((value) => this.checked(route, value, reply)));
  }

  private checked(route: Route, value: unknown, reply: FastifyReply): unknown {
    if (value instanceof StreamableFile) return value;
    if (route.status === 204) return undefined;
    if (!(value instanceof JsonText)) return route.response.parse(value);
    if (this.env.NODE_ENV !== 'production') route.response.parse(JSON.parse(value.text));
    void reply.type('application/json; charset=utf-8');
    return value.text;
  }
}

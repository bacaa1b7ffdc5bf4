import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, from, type Observable } from 'rxjs';
import type { RefusalCode } from '@qingshan/domain';
import { routeOf } from '../../platform/http/endpoint';
import { Refused } from '../../platform/http/refused';
import type { Request } from '../../platform/http/request';
import { AccessLog } from './access-log';

/** What somebody may not do here, or not alone, or not with what they saw: whoever tries it stands in the trail (S59). */
const NOTED: ReadonlySet<RefusalCode> = new Set([
  'not-found',
  'not-allowed',
  'own-work',
  'own-account',
  'review-elsewhere',
  'content-changed',
  'second-person-needed',
  'scope-not-allowed',
]);

/** What is out of reach answers like what never was. Both are noted, so that neither the answer nor its time tells them apart (S01–S03). */
@Injectable()
export class OutOfReachInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(catchError((error: unknown) => from(this.note(context, request, error))));
  }

  private async note(context: ExecutionContext, request: Request, error: unknown): Promise<never> {
    const route = routeOf(this.reflector, context);
    if (route && error instanceof Refused && NOTED.has(error.refusal.code))
      await this.log.refused(request, route.may, error.refusal.code);
    throw error;
  }
}

import {
  applyDecorators,
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  SetMetadata,
  type ExecutionContext,
  type StreamableFile,
} from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import type { CallOf, ResponseOf, Route } from '@qingshan/contracts';
import type { Anonymous, Caller } from './caller';
import { readCall, type UploadedFile } from './read-call';
import { callerOf, type Exchange, type Request } from './request';
import type { JsonText } from './json-text';

const ROUTE = Symbol('route');
const METHODS = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

/** The route a handler serves, for guards and interceptors. */
export const routeOf = (reflector: Reflector, context: ExecutionContext): Route | undefined =>
  reflector.get<Route | undefined>(ROUTE, context.getHandler());

type CallerOf<R extends Route> = R['may'] extends 'anyone' ? Anonymous : Caller;
type GivenCall<R extends Route> = CallOf<R> &
  (R['carries'] extends 'upload' ? { file: UploadedFile } : unknown);
type Reply<R extends Route> = R['carries'] extends 'file' ? StreamableFile : ResponseOf<R> | JsonText;

/** What a handler of this route looks like: a wrong reply or a wrong call does not compile. */
type Handler<R extends Route> = (
  call: GivenCall<R>,
  caller: CallerOf<R>,
  exchange: Exchange,
) => Promise<Reply<R>>;

const CallParam = createParamDecorator((target: Route, context: ExecutionContext) =>
  readCall(target, context.switchToHttp().getRequest<Request>()),
);
const CallerParam = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<Request>()),
);
const ExchangeParam = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest(), reply: http.getResponse() };
});

/**
 * Binds a method to a line of the route table. Its parameters are the validated call, who calls, and the raw exchange;
 * its result is checked against the contract.
 */
export const Endpoint =
  <const R extends Route>(target: R) =>
  <H extends Handler<R>>(controller: object, name: string, descriptor: TypedPropertyDescriptor<H>): void => {
    CallParam(target)(controller, name, 0);
    CallerParam()(controller, name, 1);
    ExchangeParam()(controller, name, 2);
    applyDecorators(
      METHODS[target.method](target.path),
      HttpCode(target.status ?? 200),
      SetMetadata(ROUTE, target),
    )(controller, name, descriptor);
  };

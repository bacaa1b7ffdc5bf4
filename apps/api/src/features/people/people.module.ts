import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccessLog } from './access-log';
import { ChangePassword } from './change-password';
import { FirstAccounts } from './first-accounts';
import { ManagePeople } from './manage-people';
import { OutOfReachInterceptor } from './out-of-reach.interceptor';
import { PeopleController } from './people.controller';
import { PeopleQueries } from './people.queries';
import { SessionController } from './session.controller';
import { SessionCookie } from './session-cookie';
import { SessionGuard } from './session.guard';
import { SessionMemory } from './session-memory';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { SignInLimit } from './sign-in-limit';

@Module({
  controllers: [SessionController, PeopleController],
  providers: [
    Sessions,
    SessionMemory,
    SessionCookie,
    SignIn,
    SignInLimit,
    ChangePassword,
    ManagePeople,
    PeopleQueries,
    AccessLog,
    FirstAccounts,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useClass: OutOfReachInterceptor },
  ],
  exports: [FirstAccounts],
})
export class PeopleModule {}

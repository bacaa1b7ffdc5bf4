import { Module } from '@nestjs/common';
import { KeepView } from './keep-view';
import { ViewsController } from './views.controller';
import { ViewsQueries } from './views.queries';

@Module({ controllers: [ViewsController], providers: [KeepView, ViewsQueries] })
export class ViewsModule {}

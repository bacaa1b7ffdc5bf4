import { Module } from '@nestjs/common';
import { MinesModule } from '../mines/mines.module';
import { AddDocument } from './add-document';
import { DocumentsController } from './documents.controller';
import { DocumentsQueries } from './documents.queries';
import { DocumentsStore } from './documents.store';
import { RemoveDocument } from './remove-document';
import { SweepFiles } from './sweep-files';

@Module({
  imports: [MinesModule],
  controllers: [DocumentsController],
  providers: [DocumentsQueries, DocumentsStore, AddDocument, RemoveDocument, SweepFiles],
})
export class DocumentsModule {}

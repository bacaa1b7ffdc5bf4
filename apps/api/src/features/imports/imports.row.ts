import type { ImportView } from '@qingshan/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type ImportColumn = ImportView['columns'][number];
export type ImportCounts = NonNullable<ImportView['counts']>;

@Entity('import')
export class LedgerImportRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text') sha256: string;
  @Column('text', { nullable: true }) encoding: string | null;
  @Column('text', { nullable: true }) sheet: string | null;
  @Column('text', { array: true }) sheets: string[];
  @Column('int', { name: 'header_row' }) headerRow: number;
  @Column('jsonb') notes: ImportView['notes'];
  @Column('jsonb') columns: ImportColumn[];
  @Column('text') state: ImportView['state'];
  @Column('jsonb', { nullable: true }) counts: ImportCounts | null;
  @Column('date', { name: 'effective_on', nullable: true }) effectiveOn: string | null;
  @Column('boolean', { name: 'all_or_nothing', default: false }) allOrNothing: boolean;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

import type { BulkEditView } from '@qingshan/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('bulk_edit')
export class BulkEditRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text', { default: 'prepared' }) state: BulkEditView['state'];
  @Column('jsonb') changes: object;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

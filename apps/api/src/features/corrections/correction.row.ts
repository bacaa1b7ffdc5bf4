import type { CorrectionState } from '@qingshan/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('correction')
export class CorrectionRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'mine_id' }) mineId: number;
  @Column('bigint', { name: 'patch_id', nullable: true }) patchId: number | null;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('text') reason: string;
  @Column('jsonb') before: Record<string, unknown>;
  @Column('jsonb') after: Record<string, unknown>;
  @Column('bigint', { name: 'proposed_by' }) proposedBy: number;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt: Date;
  @Column('text') state: CorrectionState;
  @Column('bigint', { name: 'decided_by', nullable: true }) decidedBy: number | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('int', { default: 1 }) version: number;
}

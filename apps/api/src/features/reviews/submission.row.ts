import type { ReviewedStage, ReviewLevel, SubmissionState } from '@qingshan/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('submission')
export class SubmissionEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'mine_id' }) mineId: number;
  @Column('text') stage: ReviewedStage;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('bigint', { name: 'edited_by', array: true }) editedBy: number[];
  @Column('timestamptz', { name: 'submitted_at' }) submittedAt: Date;
  @Column('text') content: string;
  @Column('text', { name: 'content_hash' }) contentHash: string;
  @Column('text', { array: true }) levels: ReviewLevel[];
  @Column('smallint') at: number;
  @Column('text') state: SubmissionState;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

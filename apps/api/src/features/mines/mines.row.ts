import type { MineState, PatchFacts, Stage } from '@qingshan/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('mine')
export class MineRow implements MineState {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('text') number: string;
  @Column('text') name: string;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('text', { nullable: true }) town: string | null;
  @Column('text', { nullable: true }) location: string | null;
  @Column('numeric', { nullable: true }) longitude: string | null;
  @Column('numeric', { nullable: true }) latitude: string | null;
  @Column('text', { name: 'mineral_code', nullable: true }) mineralCode: string | null;
  @Column('text', { name: 'mining_method', nullable: true }) miningMethod: string | null;
  @Column('smallint', { name: 'closure_year', nullable: true }) closureYear: number | null;
  @Column('text', { nullable: true }) approach: string | null;
  @Column('text', { name: 'plan_approval_no', nullable: true }) planApprovalNo: string | null;
  @Column('date', { name: 'plan_approved_on', nullable: true }) planApprovedOn: string | null;
  @Column('text', { name: 'funding_source', nullable: true }) fundingSource: string | null;
  @Column('bigint', {
    name: 'funds_allocated_fen',
    nullable: true,
    transformer: { from: asDigits, to: asDigits },
  })
  fundsAllocatedFen: string | null;
  @Column('date', { name: 'funds_allocated_on', nullable: true }) fundsAllocatedOn: string | null;
  @Column('date', { name: 'started_on', nullable: true }) startedOn: string | null;
  @Column('date', { name: 'finished_on', nullable: true }) finishedOn: string | null;
  @Column('text', { name: 'acceptance_no', nullable: true }) acceptanceNo: string | null;
  @Column('date', { name: 'accepted_on', nullable: true }) acceptedOn: string | null;
  @Column('text', { nullable: true }) remark: string | null;
  @Column('text') stage: Stage;
  @Column('date', { name: 'stage_since' }) stageSince: string;
  @Column('numeric', { name: 'damaged_square_metres' }) damagedSquareMetres: string;
  @Column('numeric', { name: 'restored_square_metres' }) restoredSquareMetres: string;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('int', { default: 1 }) version: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt: Date;
}

@Entity('patch')
export class PatchRow implements PatchFacts {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'mine_id' }) mineId: number;
  @Column('text') number: string;
  @Column('text', { nullable: true }) subclass: string | null;
  @Column('text', { nullable: true }) attribute: string | null;
  @Column('numeric', { name: 'area_square_metres' }) areaSquareMetres: string;
  @Column('numeric', { name: 'restored_square_metres' }) restoredSquareMetres: string;
  @Column('numeric', { nullable: true }) longitude: string | null;
  @Column('numeric', { nullable: true }) latitude: string | null;
  @Column('date', { name: 'effective_on' }) effectiveOn: string;
  @Column('int', { default: 1 }) version: number;
}

// Money stays digits: a number would lose fen above 90 billion yuan.
function asDigits(value: number | string | null): string | null {
  return value === null || value === undefined ? null : String(value);
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('delegation')
export class DelegationRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('bigint', { name: 'delegate_id' }) delegateId: number;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  @Column('date', { name: 'ends_on' }) endsOn: string;
  @Column('text') reason: string;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('bigint', { name: 'revoked_by', nullable: true }) revokedBy: number | null;
  @Column('int', { default: 1 }) version: number;
}

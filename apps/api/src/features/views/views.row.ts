import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('saved_view')
export class SavedViewRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text') name: string;
  @Column('jsonb') filter: object;
  @Column('jsonb', { nullable: true }) layout: object | null;
  @Column('boolean') shared: boolean;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('int', { default: 1 }) version: number;
}

import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type MapSourceKind = 'boundaries' | 'basemap';

@Entity('map_source')
export class MapSourceRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('text') kind: MapSourceKind;
  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text', { name: 'review_number' }) reviewNumber: string;
  @Column('date', { name: 'reviewed_on' }) reviewedOn: string;
  @Column('jsonb') facts: object;
  @Column('text', { nullable: true }) areas: string | null;
  @Column('int', { default: 1 }) version: number;
}

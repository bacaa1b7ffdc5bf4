import type { Language, ReminderFrequency } from '@qingshan/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('reminder')
export class ReminderRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text') frequency: ReminderFrequency;
  @Column('text') language: Language;
  @Column('int', { default: 1 }) version: number;
}

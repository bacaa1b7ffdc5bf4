import type { ExportFile, ExportView } from '@qingshan/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Work } from './export-files';

@Entity('export')
export class ExportRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('jsonb') filter: Record<string, unknown>;
  @Column('text') language: 'zh' | 'en';
  @Column('jsonb') file: ExportFile;
  @Column('text', { default: 'ready' }) state: ExportView['state'];
  @Column('jsonb', { nullable: true }) work: Work | null;
  @Column('int', { name: 'row_count', nullable: true }) rowCount: number | null;
  @Column('bigint', { name: 'byte_count', nullable: true }) byteCount: number | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt: Date | null;
  @Column('timestamptz', { name: 'kept_until', nullable: true }) keptUntil: Date | null;
}

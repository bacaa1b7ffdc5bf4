import type { DocumentType, MediaType, Stage } from '@qingshan/domain';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('document')
export class DocumentRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('bigint', { name: 'mine_id' }) mineId: number;
  @Column('text') stage: Stage;
  @Column('text') type: DocumentType;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('text', { name: 'media_type' }) mediaType: MediaType;
  @Column('bigint', { name: 'byte_count' }) byteCount: number;
  @Column('text') sha256: string;
  @Column('text', { name: 'storage_key' }) storageKey: string;
  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('timestamptz', { name: 'added_at' }) addedAt: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
  @Column('bigint', { name: 'removed_by', nullable: true }) removedBy: number | null;
  @Column('text', { name: 'removal_reason', nullable: true }) removalReason: string | null;
}

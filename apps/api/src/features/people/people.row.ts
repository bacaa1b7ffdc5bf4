import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '@qingshan/domain';

@Entity('person')
export class PersonRow {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('text') username: string;
  @Column('text') name: string;
  @Column('text') role: Role;
  @Column('text', { name: 'region_code' }) regionCode: string;
  @Column('text', { nullable: true }) email: string | null;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @Column('boolean', { name: 'must_change_password' }) mustChangePassword: boolean;
  @Column('int', { name: 'failed_sign_ins', default: 0 }) failedSignIns: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil: Date | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('int', { default: 1 }) version: number;
}

@Entity('session')
export class SessionRow {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('bigint', { name: 'person_id' }) personId: number;
  @Column('text', { name: 'csrf_token' }) csrfToken: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
}

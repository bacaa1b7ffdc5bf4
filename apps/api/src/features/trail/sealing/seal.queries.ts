import { Inject, Injectable } from '@nestjs/common';
import type { ProofView, SealView } from '@qingshan/contracts';
import { base64Of, inclusionRanges, PROOF_FORMAT } from '@qingshan/domain';
import { Database } from '../../../platform/database/database';
import { refused } from '../../../platform/http/refused';
import { keysOf } from '../key-views';
import { readRanges } from './read-tree';
import { Sealer } from './sealer';

interface SealFacts {
  readonly origin: string;
  readonly entries: number;
  readonly size: number | null;
  readonly root: Buffer | null;
  readonly note: string | null;
  readonly key: string | null;
  readonly sealedAt: Date | null;
  readonly handovers: readonly string[];
}

interface ProofFacts {
  readonly id: number;
  readonly body: string;
  readonly leaf: Buffer;
  readonly index: number | null;
  readonly size: number | null;
  readonly note: string | null;
  readonly key: string | null;
  readonly handovers: readonly string[];
}

const HANDOVERS = 'ARRAY(SELECT note FROM trail_handover ORDER BY size, kept_at) AS handovers';

const SEAL = `
  SELECT l.origin, (SELECT count(*)::int FROM trail) AS entries, c.size, c.root, c.note, c.signer_key AS key,
    c.sealed_at AS "sealedAt", ${HANDOVERS}
  FROM trail_log l LEFT JOIN LATERAL (SELECT * FROM trail_checkpoint ORDER BY size DESC LIMIT 1) c ON true`;

const PROOF = `
  SELECT t.id, convert_from(t.body, 'UTF8') AS body, t.leaf, l.leaf_index AS index, c.size, c.note, c.signer_key AS key, ${HANDOVERS}
  FROM trail t LEFT JOIN trail_leaf l ON l.trail_id = t.id
    LEFT JOIN LATERAL (SELECT size, note, signer_key FROM trail_checkpoint WHERE size > l.leaf_index ORDER BY size DESC LIMIT 1) c ON true
  WHERE t.id = $1`;

@Injectable()
export class SealQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {}

  async seal(): Promise<SealView> {
    const [facts] = await this.database.rows<SealFacts>(SEAL);
    if (!facts) throw new Error('the log has no name');
    const { origin, entries, size, root, note, key, sealedAt, handovers } = facts;
    const keys = keysOf(origin, key, handovers);
    return {
      origin,
      key: keys.at(-1)?.key ?? null,
      keys,
      signer: this.sealer.state,
      entries,
      waiting: Math.max(0, entries - (size ?? 0)),
      checkpoint:
        size && root && note && sealedAt
          ? { size, root: base64Of(root), note, sealedAt: sealedAt.toISOString() }
          : null,
    };
  }

  async proof(id: number): Promise<ProofView> {
    const [facts] = await this.database.rows<ProofFacts>(PROOF, [id]);
    if (!facts) throw refused('not-found');
    const { body, leaf, index, size, note, key, handovers } = facts;
    const told = { format: PROOF_FORMAT, id, body, leaf: base64Of(leaf) } as const;
    if (index === null || size === null || note === null || key === null) return { ...told, proof: null };
    const path = await readRanges(
      (sql, values) => this.database.rows(sql, values),
      inclusionRanges(index, size),
    );
    return { ...told, proof: { index, path: path.map(base64Of), note, key, handovers: [...handovers] } };
  }
}

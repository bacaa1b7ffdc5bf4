import {
  HANDOVERS,
  PROOF_FORMAT,
  TRAIL_ACTIONS,
  TRAIL_TOPICS,
  type TrailAction,
  type TrailTopic,
} from '@qingshan/domain';
import { z } from 'zod';
import { route } from './http/route';
import { day, id, idText, instant, paging, role, text } from './values';

const facts = z.record(z.string(), z.unknown());
const outcome = z.enum(['done', 'refused']);

const trailEntry = z
  .object({
    id,
    recordedAt: instant,
    username: z.string().nullable(),
    personName: z.string().nullable(),
    role: role.nullable().meta({ description: 'The role in which it was done' }),
    // No closed list on the way out: an entry stays readable whatever becomes of its action.
    action: z.string(),
    subject: z.string().nullable(),
    effectiveOn: day.nullable(),
    address: z.string().nullable(),
    outcome,
    before: facts.nullable(),
    after: facts.nullable(),
    remark: z.string().nullable(),
    detail: facts,
  })
  .meta({ id: 'TrailEntry' });

export type TrailEntry = z.output<typeof trailEntry>;

const count = z.int().min(0);
const base64 = z.base64();

/** A key of the signer: from which entry on it signs, and how it followed the one before. */
const signerKey = z.object({
  key: z.string(),
  after: count.meta({ description: 'So many entries were signed before it' }),
  began: z
    .object({ kind: z.enum(HANDOVERS), at: instant })
    .nullable()
    .meta({ description: 'Null for the first' }),
});

export type SignerKeyView = z.output<typeof signerKey>;

/** Whether what is in the trail is signed, and by whom. */
const sealView = z
  .object({
    origin: z.string(),
    /** The signer’s key as one hands it over. */
    key: z.string().nullable(),
    /** Every key there was, the present one last. */
    keys: z.array(signerKey),
    signer: z.enum(['none', 'up', 'away', 'refuses']),
    entries: count,
    waiting: count,
    checkpoint: z
      .object({ size: count, root: base64, note: z.string(), sealedAt: instant })
      .nullable()
      .meta({ description: 'The last one' }),
  })
  .meta({ id: 'TrailSeal' });

export type SealView = z.output<typeof sealView>;

/** An entry with what anybody needs to see that it stands under a signed root, and no other entry. */
const proofView = z
  .object({
    format: z.literal(PROOF_FORMAT),
    id,
    body: z.string().meta({ description: 'The exact bytes that were hashed, as text' }),
    leaf: base64,
    /** Null while the entry waits for its seal. */
    proof: z
      .object({
        index: count,
        path: z.array(base64),
        note: z.string(),
        key: z.string().meta({ description: 'Whose signature the note has' }),
        handovers: z.array(z.string()).meta({ description: 'How that key followed those before it' }),
      })
      .nullable(),
  })
  .meta({ id: 'TrailProof' });

export type ProofView = z.output<typeof proofView>;

const finding = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['changed', 'removed', 'inserted']), index: count, id }),
  z.object({ kind: z.literal('columns'), index: count, id, fields: z.array(z.string()) }),
  z.object({ kind: z.literal('late'), index: count, id, at: z.string() }),
  z.object({ kind: z.enum(['missing', 'cut', 'rewritten']), from: count, to: count }),
  z.object({ kind: z.literal('handover'), size: count, why: z.enum(['unreadable', 'unsigned', 'second']) }),
  z.object({ kind: z.literal('break'), size: count, from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('note'), size: count, why: z.enum(['unreadable', 'other-log', 'unsigned']) }),
]);

export type TrailFinding = z.output<typeof finding>;

/** One line of a verification under way: how far it is, or what came of it. */
export const verificationLine = z.union([
  z.object({ checked: count, of: count }),
  z.object({
    result: z.object({
      entries: count,
      confirmed: count,
      checkpoints: count,
      keys: z.array(signerKey),
      found: count,
      findings: z.array(finding).max(200),
    }),
  }),
]);

export type VerificationLine = z.output<typeof verificationLine>;
export type VerificationResult = Extract<VerificationLine, { result: unknown }>['result'];

const which = z.enum<(TrailTopic | TrailAction)[]>([...TRAIL_TOPICS, ...TRAIL_ACTIONS]);

const filter = {
  action: which.optional().meta({ description: 'An action, or a topic with all its actions' }),
  person: text(60).optional().meta({ description: 'A part of the name or user name of who did it' }),
  object: text(60).optional().meta({
    description:
      'What it was done to: a mine by its id or a part of its number or name, an account by its name, or a part of any other subject',
  }),
  from: day.optional().meta({ description: 'First day, by Shanghai’s clocks' }),
  to: day.optional().meta({ description: 'Last day, itself included' }),
  outcome: outcome.optional().meta({ description: 'Done, or refused' }),
};

export const trailRoutes = {
  list: route('GET', '/trail', {
    summary: 'Sign-ins, refusals, exports, imports, account changes and edits, newest first',
    may: 'trail.read',
    query: z.strictObject({ ...paging, ...filter }),
    response: z.object({ total: z.int(), entries: z.array(trailEntry) }),
  }),
  seal: route('GET', '/trail/seal', {
    summary: 'How much of the trail is sealed, the last checkpoint and the signer’s key',
    may: 'trail.read',
    response: sealView,
  }),
  verify: route('GET', '/trail/verification', {
    summary:
      'Goes through the whole trail and tells as it goes, a JSON value a line; the last one holds the result',
    may: 'trail.read',
    response: z.string(),
    carries: 'file',
    media: 'application/x-ndjson',
  }),
  package: route('GET', '/trail/package', {
    summary:
      'Every sealed entry with all checkpoints, a JSON value a line, for verify.mjs on another machine',
    may: 'trail.read',
    response: z.string(),
    carries: 'file',
    media: 'application/x-ndjson',
  }),
  excerpt: route('GET', '/trail/excerpt', {
    summary: 'The sealed entries of a filter, each with its proof, a JSON value a line, for verify.mjs',
    may: 'trail.read',
    query: z.strictObject(filter),
    response: z.string(),
    carries: 'file',
    media: 'application/x-ndjson',
  }),
  verifier: route('GET', '/trail/verify.mjs', {
    summary: 'The program that checks packages and proofs: one file that needs Node and nothing else',
    may: 'trail.read',
    response: z.string(),
    carries: 'file',
    media: 'text/javascript',
  }),
  proof: route('GET', '/trail/:id/proof', {
    summary: 'The exact bytes of an entry, and that they are under the last checkpoint',
    may: 'trail.read',
    params: z.object({ id: idText }),
    response: proofView,
  }),
  read: route('GET', '/trail/:id', {
    summary: 'One entry',
    may: 'trail.read',
    params: z.object({ id: idText }),
    response: trailEntry,
  }),
};

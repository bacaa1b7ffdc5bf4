import { z } from 'zod';

const hash = z.base64().length(44);

/** What the sealer asks for: the tree of a log as it is now, and that it continues what was signed before. */
export const signRequest = z.strictObject({
  origin: z.string().regex(/^[\w./-]{1,100}$/),
  size: z.int().positive(),
  root: hash,
  /** From the size that was signed last to this one; empty where there is none. */
  proof: z.array(hash).max(110),
});

export type SignRequest = z.output<typeof signRequest>;

/** What the signer remembers of a log. */
export const signedHead = z.object({ size: z.int().positive(), root: hash, note: z.string() });

export type SignedHead = z.output<typeof signedHead>;

/** What the signer says of itself and of a log: its key, how that came to be, and what it signed last. */
export const signerView = z.object({
  key: z.string(),
  handovers: z.array(z.string()),
  last: signedHead.nullable(),
});

export type SignerView = z.output<typeof signerView>;

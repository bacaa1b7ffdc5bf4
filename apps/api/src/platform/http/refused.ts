import { refuse, type Refusal, type RefusalCode } from '@qingshan/domain';

/** A refusal on its way out: acts throw it at their last line, one filter answers it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export const refused = (code: RefusalCode, data?: Readonly<Record<string, unknown>>): Refused =>
  new Refused(refuse(code, data));

/** Throws where the domain said no. */
export const throwIf = (refusal: Refusal | null): void => {
  if (refusal) throw new Refused(refusal);
};

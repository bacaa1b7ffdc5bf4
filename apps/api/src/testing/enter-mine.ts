import { mineRoutes, type MineView } from '@qingshan/contracts';
import { MINE_FIELDS, type MineFacts, type PatchFacts } from '@qingshan/domain';
import { aMine, aPatch } from '@qingshan/fixtures';
import type { z } from 'zod';
import type { Visitor } from './test-app';

type CreateBody = z.input<typeof mineRoutes.create.body>;
type Facts = CreateBody['facts'];

interface Wanted {
  readonly effectiveOn?: string;
  readonly facts?: Partial<MineFacts>;
  readonly patches?: readonly Partial<PatchFacts>[];
}

let entered = 0;

/** The body that enters a mine found on 2026-03-02; every mine gets numbers of its own. */
export const aFoundMine = ({ effectiveOn = '2026-03-02', facts = {}, patches = [{}] }: Wanted = {}) => {
  entered += 1;
  const serial = String(entered).padStart(4, '0');
  const mine = aMine({ number: `ZT360704${serial}`, ...facts });
  const written = Object.fromEntries(MINE_FIELDS.map((field) => [field, mine[field]])) as unknown as Facts;
  return {
    effectiveOn,
    facts: written,
    patches: patches.map((patch, index) => {
      const { number, subclass, attribute, areaSquareMetres, restoredSquareMetres } = aPatch({
        number: `CT360704${serial}${index}`,
        ...patch,
      });
      return { number, subclass, attribute, areaSquareMetres, restoredSquareMetres };
    }) as CreateBody['patches'],
  } satisfies CreateBody;
};

/** Enters a mine as its county's official would. */
export const enterMine = (official: Visitor, wanted: Wanted = {}): Promise<MineView> =>
  official.get(mineRoutes.create, { body: aFoundMine(wanted) });

import { z } from 'zod';
import { route } from './http/route';
import { mineFilterShape, mineSort } from './mine-filter';
import { id, idText, requiredText } from './values';

const columns = z.array(z.string().min(1).max(40)).max(60);

/** How a view draws the ledger: how close its rows stand, which columns, in which order, which of them stay, and how wide, in words or pixels. */
const layout = z
  .strictObject({
    density: z.enum(['compact', 'normal', 'roomy']),
    hidden: columns,
    order: columns,
    pinned: columns,
    widths: z.record(
      z.string().min(1).max(40),
      z.union([z.enum(['narrow', 'usual', 'wide']), z.int().positive().max(4000)]),
    ),
  })
  .meta({ id: 'ViewLayout' });

/** A filter of the ledger under a name, for oneself or for everybody of one's division and below. */
const savedView = z
  .object({
    id,
    version: z.int(),
    name: z.string(),
    filter: z.record(z.string(), z.unknown()),
    layout: layout.nullable(),
    shared: z.boolean(),
    personName: z.string(),
    own: z.boolean(),
  })
  .meta({ id: 'View' });

export type SavedView = z.output<typeof savedView>;

const filter = z.strictObject({ ...mineFilterShape, sort: mineSort });
const params = z.object({ id: idText });
const version = z.int().positive();

export const viewRoutes = {
  list: route('GET', '/views', {
    summary: 'Views of one’s own, and those shared by one’s division or a higher one',
    may: 'view.keep',
    response: z.object({ views: z.array(savedView) }),
  }),
  save: route('POST', '/views', {
    summary: 'Keep a filter under a name, and how it is drawn',
    may: 'view.keep',
    body: z.strictObject({
      name: requiredText(40),
      filter,
      layout: layout.nullable().default(null),
      shared: z.boolean(),
    }),
    response: savedView,
    status: 201,
  }),
  edit: route('PATCH', '/views/:id', {
    summary:
      'Rename a view of one’s own, share it or take it back, or give it another filter or other columns',
    may: 'view.keep',
    params,
    body: z.strictObject({
      version,
      name: requiredText(40).optional(),
      filter: filter.optional(),
      layout: layout.nullable().optional(),
      shared: z.boolean().optional(),
    }),
    response: savedView,
  }),
  remove: route('POST', '/views/:id/removal', {
    summary: 'Take away a view of one’s own',
    may: 'view.keep',
    params,
    body: z.strictObject({ version }),
    response: z.object({ views: z.array(savedView) }),
  }),
};

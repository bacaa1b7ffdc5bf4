import { bulkRoutes } from './bulk.contract';
import { correctionRoutes } from './corrections.contract';
import { delegationRoutes } from './delegations.contract';
import { documentRoutes } from './documents.contract';
import { exportRoutes } from './exports.contract';
import { figureRoutes } from './figures.contract';
import type { Route } from './http/route';
import { importRoutes } from './imports.contract';
import { lookbackRoutes } from './lookback.contract';
import { mapRoutes } from './map.contract';
import { mineRoutes } from './mines.contract';
import { peopleRoutes } from './people.contract';
import { regionRoutes } from './regions.contract';
import { reminderRoutes } from './reminders.contract';
import { reviewRouteRoutes } from './review-routes.contract';
import { reviewRoutes } from './reviews.contract';
import { sessionRoutes } from './session.contract';
import { stepRoutes } from './steps.contract';
import { systemRoutes } from './system.contract';
import { todayRoutes } from './today.contract';
import { trailRoutes } from './trail.contract';
import { viewRoutes } from './views.contract';

const byFeature = {
  session: sessionRoutes,
  regions: regionRoutes,
  mines: mineRoutes,
  steps: stepRoutes,
  documents: documentRoutes,
  reviewRoutes: reviewRouteRoutes,
  corrections: correctionRoutes,
  delegations: delegationRoutes,
  reviews: reviewRoutes,
  today: todayRoutes,
  reminders: reminderRoutes,
  bulk: bulkRoutes,
  figures: figureRoutes,
  lookback: lookbackRoutes,
  map: mapRoutes,
  exports: exportRoutes,
  imports: importRoutes,
  people: peopleRoutes,
  views: viewRoutes,
  trail: trailRoutes,
  system: systemRoutes,
} satisfies Record<string, Record<string, Route>>;

export type Feature = keyof typeof byFeature;

/** Every route by `feature.name`: what OpenAPI, the access table and the scope tests walk through. */
export const ALL_ROUTES: Readonly<Record<string, Route>> = Object.fromEntries(
  Object.entries(byFeature).flatMap(([feature, routes]) =>
    Object.entries(routes).map(([name, route]): [string, Route] => [`${feature}.${name}`, route]),
  ),
);

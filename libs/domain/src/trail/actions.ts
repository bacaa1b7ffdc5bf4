/**
 * Everything that is written into the trail, as `topic.what`. A closed list, so that each entry has its words; what was
 * once written stays readable, so nothing is ever taken from it.
 */
export const TRAIL_ACTIONS = [
  'session.opened',
  'session.refused',
  'session.closed',
  'password.changed',
  'password.reset',
  'person.created',
  'person.edited',
  'person.disabled',
  'person.enabled',
  'access.refused',
  'mine.created',
  'mine.edited',
  'mine.moved',
  'mine.imported',
  'mine.withdrawn',
  'mine.paused',
  'mine.resumed',
  'patch.added',
  'patch.edited',
  'step.dated',
  'submission.made',
  'submission.approved',
  'submission.returned',
  'submission.withdrawn',
  'submission.reconsidered',
  'reminder.changed',
  'reminder.sent',
  'reminder.failed',
  'delegation.made',
  'delegation.revoked',
  'route.set',
  'route.ended',
  'correction.proposed',
  'correction.confirmed',
  'correction.refused',
  'correction.withdrawn',
  'document.added',
  'document.removed',
  'bulk.prepared',
  'bulk.started',
  'bulk.refused',
  'bulk.finished',
  'bulk.cancelled',
  'bulk.undoing',
  'bulk.undone',
  'view.saved',
  'view.edited',
  'view.removed',
  'import.uploaded',
  'import.checked',
  'import.started',
  'import.conflicts',
  'import.finished',
  'import.cancelled',
  'import.reread',
  'import.corrected',
  'import.undoing',
  'import.undone',
  'boundaries.set',
  'boundaries.ended',
  'basemap.set',
  'basemap.ended',
  'export.made',
  'export.fetched',
  'export.finished',
  'export.broken',
  'export.cancelled',
  'job.failed',
  'trail.verified',
  'trail.exported',
  'key.rotated',
  'key.broken',
] as const;

export type TrailAction = (typeof TRAIL_ACTIONS)[number];
export type TrailTopic = TrailAction extends `${infer Topic}.${string}` ? Topic : never;

const topicOf = (action: TrailAction): TrailTopic => action.slice(0, action.indexOf('.')) as TrailTopic;

export const TRAIL_TOPICS: readonly TrailTopic[] = [...new Set(TRAIL_ACTIONS.map(topicOf))];

/** The actions of a topic, or the one action itself. */
export const trailActionsOf = (which: TrailTopic | TrailAction): TrailAction[] =>
  TRAIL_ACTIONS.filter((action) => action === which || topicOf(action) === which);

import app from './app.json';
import delegations from './delegations.json';
import documents from './documents.json';
import exports from './exports.json';
import figures from './figures.json';
import format from './format.json';
import imports from './imports.json';
import labels from './labels.json';
import lookback from './lookback.json';
import mines from './mines.json';
import past from './past.json';
import people from './people.json';
import reminders from './reminders.json';
import reviews from './reviews.json';
import routes from './routes.json';
import shell from './shell.json';
import steps from './steps.json';
import system from './system.json';
import today from './today.json';
import trail from './trail.json';
import ui from './ui.json';

export const zh = {
  app,
  delegations,
  documents,
  exports,
  figures,
  format,
  imports,
  labels,
  lookback,
  mines,
  past,
  people,
  reminders,
  reviews,
  routes,
  shell,
  steps,
  system,
  today,
  trail,
  ui,
};

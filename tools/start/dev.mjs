import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
// Everything else is written for a Node that has passed the check, so it may only be read after it.
import('./develop.mjs').then(({ develop }) => develop());

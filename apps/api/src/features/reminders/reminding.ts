import type { Anonymous } from '../../platform/http/caller';

/** Nobody asked for it: the house itself reminds. */
export const REMINDING: Anonymous = { actor: null, address: '127.0.0.1', requestId: 'reminders' };

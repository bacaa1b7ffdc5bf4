import { CreateRegions20261123010000 } from './20261123-0100-create-regions';
import { CreatePeople20261123020000 } from './20261123-0200-create-people';
import { CreateMines20261123030000 } from './20261123-0300-create-mines';
import { CreateFigures20261123040000 } from './20261123-0400-create-figures';
import { CreateTrail20261123050000 } from './20261123-0500-create-trail';
import { CreateExchange20261123060000 } from './20261123-0600-create-exchange';
import { IndexTrailByTime20261123070000 } from './20261123-0700-index-trail-by-time';
import { CreateViews20261125010000 } from './20261125-0100-create-views';
import { HoldTheRules20261125020000 } from './20261125-0200-hold-the-rules';
import { CreateBulkEdits20261125030000 } from './20261125-0300-create-bulk-edits';
import { IndexRowsToWrite20261125040000 } from './20261125-0400-index-rows-to-write';
import { KeepExportFiles20261125130000 } from './20261125-1300-keep-export-files';
import { DeepenImports20261125140000 } from './20261125-1400-deepen-imports';
import { PlaceMines20261125150000 } from './20261125-1500-place-mines';
import { CreateMapSources20261125151000 } from './20261125-1510-create-map-sources';
import { CreateDocuments20261125160000 } from './20261125-1600-create-documents';
import { CreateReviews20261125161000 } from './20261125-1610-create-reviews';
import { SealTheTrail20261125170000 } from './20261125-1700-seal-the-trail';
import { DateTheSteps20261125180000 } from './20261125-1800-date-the-steps';
import { DateReviewRoutes20261125190000 } from './20261125-1900-date-review-routes';
import { CreateReminders20261125191000 } from './20261125-1910-create-reminders';
import { CreateDelegations20261125192000 } from './20261125-1920-create-delegations';
import { IndexWhatWasKnown20261125200000 } from './20261125-2000-index-what-was-known';
import { CreateCorrections20261125201000 } from './20261125-2010-create-corrections';
import { FindEntriesByObject20261125210000 } from './20261125-2100-find-entries-by-object';
import { WriteHistoryOnce20261125230000 } from './20261125-2300-write-history-once';
import { TellOfSessions20261125231000 } from './20261125-2310-tell-of-sessions';
import { KeepHistoryByTheOwner20261125232000 } from './20261125-2320-keep-history-by-the-owner';
import { KeepPatches20261125240000 } from './20261125-2400-keep-patches';
import { NoteGates20261125241000 } from './20261125-2410-note-gates';
import { KeepHandovers20261125242000 } from './20261125-2420-keep-handovers';
import { FindGramsSooner20261126320000 } from './20261126-3200-find-grams-sooner';
import { IndexSteps20261126330000 } from './20261126-3300-index-steps';
import { KeepColumnsInViews20261126340000 } from './20261126-3400-keep-columns-in-views';
import { KeepFiguresOfNow20261126350000 } from './20261126-3500-keep-figures-of-now';

/** Every migration in order, by name: globs do not survive bundling. */
export const MIGRATIONS = [
  CreateRegions20261123010000,
  CreatePeople20261123020000,
  CreateMines20261123030000,
  CreateFigures20261123040000,
  CreateTrail20261123050000,
  CreateExchange20261123060000,
  IndexTrailByTime20261123070000,
  CreateViews20261125010000,
  HoldTheRules20261125020000,
  CreateBulkEdits20261125030000,
  IndexRowsToWrite20261125040000,
  KeepExportFiles20261125130000,
  DeepenImports20261125140000,
  PlaceMines20261125150000,
  CreateMapSources20261125151000,
  CreateDocuments20261125160000,
  CreateReviews20261125161000,
  SealTheTrail20261125170000,
  DateTheSteps20261125180000,
  DateReviewRoutes20261125190000,
  CreateReminders20261125191000,
  CreateDelegations20261125192000,
  IndexWhatWasKnown20261125200000,
  CreateCorrections20261125201000,
  FindEntriesByObject20261125210000,
  WriteHistoryOnce20261125230000,
  TellOfSessions20261125231000,
  KeepHistoryByTheOwner20261125232000,
  KeepPatches20261125240000,
  NoteGates20261125241000,
  KeepHandovers20261125242000,
  FindGramsSooner20261126320000,
  IndexSteps20261126330000,
  KeepColumnsInViews20261126340000,
  KeepFiguresOfNow20261126350000,
];

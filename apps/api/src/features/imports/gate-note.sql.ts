/** What was noted of the mine a row `r` speaks of. */
export const GATE = `LEFT JOIN import_gate g ON g.import_id = r.import_id AND g.number = r.number`;

/** The note as a row tells it: only one that would be written, or was, has it. */
export const GATE_TOLD = `CASE WHEN r.verdict IN ('new', 'changed') AND g.number IS NOT NULL
  THEN json_build_object('stage', g.stage, 'lacking', g.lacking) END`;

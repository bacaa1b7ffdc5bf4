/** Whether the mine of a row `r` that is to be written lacks something before it may leave its stage. */
export const LACKS = `r.verdict IN ('new', 'changed') AND r.gate -> 'lacking' <> '[]'`;

/** The note of a row `r`: one that turned out wrong while it was written has none any more. */
export const GATE_TOLD = `CASE WHEN r.verdict IN ('new', 'changed') THEN r.gate END`;

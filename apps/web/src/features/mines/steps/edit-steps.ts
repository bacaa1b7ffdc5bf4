/** What the address says while the days of a mine's steps are being written. */
export const EDIT_STEPS = 'steps';

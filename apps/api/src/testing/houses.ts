/** What is open in this spec: a test that fails half way closes nothing itself, and what stays open keeps jest from ending. */
export const openHouses = new Set<{ close(): Promise<void> }>();

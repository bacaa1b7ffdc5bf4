const window = 60_000;
const most = 5;

/** Counts the deaths of the last minute: one may happen, many mean that a restart does not help. */
export function createRestartLimit(now = Date.now) {
  /** @type {number[]} */
  let deaths = [];
  /** @returns {number | undefined} how long to wait before the next start; undefined: give up */
  return function nextDelay() {
    deaths = [...deaths.filter((at) => now() - at < window), now()];
    if (deaths.length > most) return undefined;
    return 250 * 2 ** (deaths.length - 1);
  };
}

/** @typedef {import('./rounds.mjs').Turns} Turns */
/** @typedef {import('./rounds.mjs').Turn} Turn */

/** @param {number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {number[]} values @param {number} part */
function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

/** Median, least and greatest ratio over the rounds. @param {number[]} ratios */
export const spread = (ratios) =>
  `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;

/** @param {Turn} turn */
const cpu = (turn) => turn.serverMs + turn.databaseMs;

/**
 * Lines of a Markdown table: what each contender did, and the product against it, pair by pair. Above 1 the product is
 * better, in requests as in CPU.
 *
 * @param {string} title
 * @param {Turns} turns
 */
export function tableOf(title, turns) {
  const product = turns.get('product') ?? [];
  const rows = [...turns].map(([name, list]) => {
    const latencies = list.flatMap((turn) => turn.latencies);
    const pairs = product.map((turn, round) => /** @type {[Turn, Turn]} */ ([turn, list[round]]));
    const isProduct = name === 'product';
    return [
      name,
      median(list.map((turn) => turn.perSecond)).toFixed(0),
      isProduct ? '' : spread(pairs.map(([ours, theirs]) => ours.perSecond / theirs.perSecond)),
      median(list.map((turn) => turn.serverMs)).toFixed(3),
      median(list.map((turn) => turn.databaseMs)).toFixed(3),
      isProduct ? '' : spread(pairs.map(([ours, theirs]) => cpu(theirs) / cpu(ours))),
      quantile(latencies, 0.5).toFixed(1),
      quantile(latencies, 0.99).toFixed(1),
      Math.max(...list.map((turn) => turn.memory)).toFixed(0),
    ];
  });
  const head = [
    title,
    'req/s',
    'product × it',
    'server ms',
    'db ms',
    'CPU: product × it',
    'p50 ms',
    'p99 ms',
    'MB',
  ];
  return align([head, ...rows]);
}

/** @param {string[][]} rows */
export function align(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)];
}

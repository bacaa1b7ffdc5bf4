import { parseArgs } from 'node:util';

/**
 * @typedef {object} Options
 * @property {number} mines how many mines the ledger is to hold at least
 * @property {string[]} only names of cases; empty for all
 * @property {number} seconds of load for one contender in one round
 * @property {number} rounds
 * @property {number} connections
 * @property {number} rows of the ledgers that are imported
 * @property {string} [bundle] another built API than the one of this checkout
 * @property {string} [profile] folder for a CPU profile of the product
 * @property {string} [keep] folder whose database outlives the run and is used again by the next
 */

export const usage = `npm run bench -- [options]
  --mines 300000     multiply the demo province to this many mines (default: 10,253 as it is)
  --only list,move   these cases only: ping, list, detail, search, figures, tile, edit, move, seal,
                    export, slow, costs, import
  --seconds 2        of load for each contender in each round
  --rounds 5         each round runs every contender once, the first one another each time
  --connections 16
  --rows 100000      of each ledger that --only import brings
  --bundle <file>    measure this build instead of apps/api/dist/main.js
  --profile <folder> write a CPU profile of the product there, for Chrome's developer tools
  --keep <folder>    keep the database there and use it again: multiplying to a million takes minutes
`;

/** @param {string[]} args @returns {Options | null} null when help was asked for */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      mines: { type: 'string', default: '10253' },
      only: { type: 'string', default: '' },
      seconds: { type: 'string', default: '2' },
      rounds: { type: 'string', default: '5' },
      connections: { type: 'string', default: '16' },
      rows: { type: 'string', default: '100000' },
      bundle: { type: 'string' },
      profile: { type: 'string' },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  return {
    mines: numberOf('mines', values.mines, 1, 2_000_000),
    only: values.only.split(',').filter((name) => name !== ''),
    seconds: numberOf('seconds', values.seconds, 0.1, 60),
    rounds: numberOf('rounds', values.rounds, 1, 50),
    connections: numberOf('connections', values.connections, 1, 256),
    rows: numberOf('rows', values.rows, 1, 100_000),
    bundle: values.bundle,
    profile: values.profile,
    keep: values.keep,
  };
}

/** @param {string} name @param {string} text @param {number} min @param {number} max */
function numberOf(name, text, min, max) {
  const value = Number(text);
  if (!(value >= min && value <= max)) throw new Error(`--${name} ${text}: from ${min} to ${max}`);
  return value;
}

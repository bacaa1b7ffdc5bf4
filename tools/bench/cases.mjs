import { readCases } from './cases-read.mjs';
import { sealCase } from './case-seal.mjs';
import { tileCase } from './case-tile.mjs';
import { writeCases } from './cases-write.mjs';

/**
 * What every case is given.
 *
 * @typedef {object} Bench
 * @property {import('./child.mjs').Server} product
 * @property {import('./child.mjs').Server} baseline
 * @property {import('pg').Client} db
 * @property {Record<import('./product.mjs').PersonName, import('./product.mjs').Person>} people
 * @property {string} today
 * @property {number} connections
 *
 * One question asked of every contender: `product`, `rows`, `json` and, for writes, `kept`.
 *
 * @typedef {object} Case
 * @property {string} name
 * @property {string} title
 * @property {(bench: Bench) => Promise<Contender[]>} prepare
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {number[]} [pids] of the processes whose CPU counts, where it is not the one that is asked
 * @property {() => Promise<void>} [ready] called before each turn
 * @property {() => Promise<unknown>} [after] called after each turn
 * @property {(lane: number) => () => import('./load.mjs').Call} lane the calls of one connection, one after another
 * @property {() => Promise<unknown[]>} [sample] answers to be the same from everybody, asked once before the load
 */

/** @type {Case[]} */
export const cases = [...readCases, tileCase, ...writeCases, sealCase];

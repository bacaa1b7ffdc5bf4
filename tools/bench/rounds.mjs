import { isDeepStrictEqual } from 'node:util';
import { cpuOf, databaseCpu, memoryOf } from './cpu.mjs';
import { runLoad } from './load.mjs';

/** Turns until V8 has compiled what is called often: an edit of the product still halves its CPU in the first half minute. */
const warmUpTurns = 5;

/**
 * One contender's turn in one round.
 *
 * @typedef {object} Turn
 * @property {number} perSecond
 * @property {number} serverMs CPU of the server process for one request
 * @property {number} databaseMs CPU of PostgreSQL for one request
 * @property {number} memory MB of the server process at the end
 * @property {number[]} latencies
 *
 * @typedef {Map<string, Turn[]>} Turns one list for each contender, in the order of the rounds
 */

/**
 * Runs the contenders one after another, round by round, each round beginning with another one: what disturbs the
 * machine disturbs them all, so their ratios hold where their numbers do not.
 *
 * @param {import('./cases.mjs').Contender[]} contenders
 * @param {import('./cases.mjs').Bench & { postmaster: number }} bench
 * @param {{ rounds: number, seconds: number }} options
 * @returns {Promise<Turns>}
 */
export async function runRounds(contenders, bench, { rounds, seconds }) {
  await answersMustAgree(contenders);
  /** @type {Turns} */
  const turns = new Map(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await runTurn(contender, bench, warmUpTurns * seconds);
  for (let round = 0; round < rounds; round += 1)
    for (let place = 0; place < contenders.length; place += 1) {
      const contender = contenders[(round + place) % contenders.length];
      turns.get(contender.name)?.push(await runTurn(contender, bench, seconds));
    }
  return turns;
}

/**
 * @param {import('./cases.mjs').Contender} contender
 * @param {import('./cases.mjs').Bench & { postmaster: number }} bench
 * @param {number} seconds
 * @returns {Promise<Turn>}
 */
async function runTurn(contender, { product, baseline, postmaster, connections }, seconds) {
  await contender.ready?.();
  const lanes = Array.from({ length: connections }, (_, lane) => contender.lane(lane));
  const { pid } = contender.name === 'product' ? product : baseline;
  const cpu = () => (contender.pids ?? [pid]).reduce((sum, one) => sum + cpuOf(one), 0);
  const before = { server: cpu(), database: databaseCpu(postmaster) };
  const { requests, ms, latencies } = await runLoad(lanes, seconds);
  const turn = {
    perSecond: (requests * 1000) / ms,
    serverMs: (cpu() - before.server) / requests,
    databaseMs: (databaseCpu(postmaster) - before.database) / requests,
    memory: memoryOf(pid),
    latencies,
  };
  await contender.after?.();
  return turn;
}

/** Who answers something else is not faster but wrong. @param {import('./cases.mjs').Contender[]} contenders */
async function answersMustAgree(contenders) {
  const [first, ...others] = contenders.filter((contender) => contender.sample);
  const expected = await first?.sample?.();
  for (const other of others) {
    const answers = (await other.sample?.()) ?? [];
    for (const [index, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, expected?.[index])) continue;
      const shown = [expected?.[index], answer]
        .map((value) => JSON.stringify(value).slice(0, 1500))
        .join('\n');
      throw new Error(`${first.name} and ${other.name} answer differently:\n${shown}`);
    }
  }
}

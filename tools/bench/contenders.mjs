import { send } from './load.mjs';

/** @typedef {import('./cases.mjs').Bench} Bench */
/** @typedef {import('./load.mjs').Call} Call */

/**
 * A read: the same list of questions to everybody, in the same order, each connection beginning elsewhere.
 *
 * @template Question
 * @param {Bench} bench
 * @param {Question[]} questions
 * @param {Record<string, (question: Question) => Call>} ask
 * @param {(answer: any) => unknown} [plain] the part of an answer that must be the same from everybody
 */
export function contendersOf({ connections }, questions, ask, plain) {
  return Object.entries(ask).map(([name, callFor]) => {
    const calls = questions.map(callFor);
    return {
      name,
      lane: (/** @type {number} */ lane) => {
        let at = Math.floor((lane * calls.length) / connections);
        return () => calls[at++ % calls.length];
      },
      sample: async () => {
        const answers = [];
        for (const call of plain ? calls.slice(0, 12) : [])
          answers.push(plain?.(JSON.parse((await send(call)).toString())));
        return answers;
      },
    };
  });
}

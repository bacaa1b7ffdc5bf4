import http from 'node:http';

/**
 * One request and how its answer is checked: `wrong` says what is not right with it, or nothing.
 *
 * @typedef {object} Call
 * @property {number} port
 * @property {string} path
 * @property {string} [method]
 * @property {http.OutgoingHttpHeaders} [headers]
 * @property {string} [body] JSON
 * @property {number} [patience] ms without a byte of an answer, where it takes longer than others
 * @property {(body: Buffer, status: number) => string | undefined} wrong
 *
 * @typedef {{ requests: number, ms: number, latencies: number[] }} Load
 */

const mostRequests = 200_000;
const usualPatience = 60_000;

/**
 * Keeps each connection busy with one request after another until the time is over. Every answer is checked; a wrong
 * one ends the run, since the speed of a wrong answer is worth nothing.
 *
 * @param {(() => Call)[]} lanes the next call of each connection
 * @param {number} seconds
 * @returns {Promise<Load>}
 */
export async function runLoad(lanes, seconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: lanes.length });
  /** @type {number[]} */
  const latencies = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  try {
    await Promise.all(
      lanes.map(async (next) => {
        while (performance.now() < end && latencies.length < mostRequests) {
          const begun = performance.now();
          await send(next(), agent);
          latencies.push(performance.now() - begun);
        }
      }),
    );
  } finally {
    agent.destroy();
  }
  return { requests: latencies.length, ms: performance.now() - start, latencies };
}

/** @param {Call} call @param {http.Agent} [agent] @returns {Promise<Buffer>} */
export async function send(call, agent) {
  const { status, body } = await exchange(call, agent);
  const wrong = call.wrong(body, status);
  if (wrong === undefined) return body;
  const said = body.toString('utf8').slice(0, 600);
  throw new Error(`${call.method ?? 'GET'} ${call.path} answered ${status}, ${wrong}: ${said}`);
}

/** @param {Call} call @param {http.Agent} [agent] @returns {Promise<{ status: number, body: Buffer, headers: http.IncomingHttpHeaders }>} */
export function exchange(
  { port, path, method = 'GET', headers = {}, body, patience = usualPatience },
  agent,
) {
  return new Promise((resolve, reject) => {
    const content =
      body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        agent,
        headers: { ...headers, ...content },
        timeout: patience,
      },
      (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks),
            headers: response.headers,
          }),
        );
      },
    );
    request.on('error', reject);
    request.on('timeout', () => request.destroy(new Error(`${path}: no answer within ${patience} ms`)));
    request.end(body);
  });
}

/** How often a mark stands in an answer: counts rows without reading them. @param {Buffer} body @param {string} mark */
export function countOf(body, mark) {
  let count = 0;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

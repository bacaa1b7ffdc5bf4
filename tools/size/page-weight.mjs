import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const WEB = fileURLToPath(new URL('../../apps/web/', import.meta.url));

/**
 * @typedef {object} Chunk
 * @property {string} fileName
 * @property {string | null} source the module it was made for, from the page's own folder on; null where shared
 * @property {boolean} isEntry
 * @property {string[]} imports what it cannot run without
 * @property {string[]} dynamicImports what it asks for later
 * @property {number} gzipBytes
 */

/** The page's script as `npm start` serves it, built without writing it anywhere. @returns {Promise<Chunk[]>} */
export const buildPage = async () => {
  const built = await build({ root: WEB, logLevel: 'silent', mode: 'production', build: { write: false } });
  if (Array.isArray(built) || !('output' in built)) throw new Error('vite was asked for one build');
  return built.output.flatMap((file) => (file.type === 'chunk' ? [describe(file)] : []));
};

/** @param {import('vite').Rolldown.OutputChunk} file @returns {Chunk} */
const describe = ({ fileName, facadeModuleId, isEntry, imports, dynamicImports, code }) => ({
  fileName,
  source: facadeModuleId?.startsWith(WEB) ? facadeModuleId.slice(WEB.length) : null,
  isEntry,
  imports,
  dynamicImports,
  gzipBytes: gzipSync(code).length,
});

/**
 * What a browser fetches for one route: gzip bytes of every script that its chunk cannot run without.
 *
 * @param {Chunk[]} chunks
 * @param {Chunk[]} wanted
 * @param {Iterable<Chunk>} [there] what was fetched before
 * @returns {{ bytes: number, fetched: Set<Chunk> }}
 */
export const weigh = (chunks, wanted, there = []) => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const before = new Set(there);
  /** @type {Set<Chunk>} */
  const fetched = new Set();
  const fetch = (/** @type {Chunk | undefined} */ chunk) => {
    if (!chunk || before.has(chunk) || fetched.has(chunk)) return;
    fetched.add(chunk);
    for (const name of chunk.imports) fetch(byName.get(name));
  };
  wanted.forEach(fetch);
  let bytes = 0;
  for (const chunk of fetched) bytes += chunk.gzipBytes;
  return { bytes, fetched };
};

/**
 * The chunk that a module of the page became.
 *
 * @param {Chunk[]} chunks
 * @param {string} source
 */
export const chunkOf = (chunks, source) => {
  const found = chunks.find((chunk) => chunk.source === source);
  if (!found) throw new Error(`${source} is no chunk of its own`);
  return found;
};

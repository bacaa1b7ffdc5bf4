import { readFileSync } from 'node:fs';

// A lockfile made on one machine may silently lack the binaries of another: then a clean clone works here and nowhere
// else. Every optional binary of the platforms we support must stand in it.

const PLATFORM = /(?:linux|darwin|win32|windows)-(?:x64|arm64)/;
const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const locked = new Set(
  Object.keys(lock.packages).map((path) =>
    path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
  ),
);

const holes = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.keys(entry.optionalDependencies ?? {})
    .filter((name) => PLATFORM.test(name) && !locked.has(name))
    .map((name) => `${path || 'package.json'} wants ${name}`),
);
if (holes.length > 0) {
  console.error(`The lockfile has no entry for:\n${holes.join('\n')}`);
  process.exitCode = 1;
} else console.log('The lockfile holds the binaries of every platform.');

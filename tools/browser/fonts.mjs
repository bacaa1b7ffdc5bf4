import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackage } from './packages.mjs';
import { sfntOfWoff } from './sfnt-of-woff.mjs';
import { keptFolder } from './unpack.mjs';

// The two whole weights, and the parts for the rarer signs that the whole ones lack.
const wanted = /^noto-sans-sc-(chinese-simplified-[47]00|\d+-400|latin-400)-normal\.woff$/;

const generic = ['sans-serif', 'system-ui', 'serif', 'monospace', 'ui-monospace', 'Noto Sans SC'];

/**
 * A Chinese font for a machine that has none, and the same on every machine. Chromium asks fontconfig, which is told by
 * this variable.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function fontEnvironment() {
  if (process.platform !== 'linux') return {};
  const font = findPackage('@fontsource/noto-sans-sc');
  if (!font) throw new Error('@fontsource/noto-sans-sc is not installed: npm install');
  const files = join(font.folder, 'files');
  const folder = keptFolder(`fonts-${font.version}`, (target) => {
    for (const name of readdirSync(files).filter((file) => wanted.test(file))) {
      const plain = sfntOfWoff(readFileSync(join(files, name)));
      writeFileSync(join(target, name.replace(/woff$/, 'ttf')), plain);
    }
  });
  // Rewritten each time: the checkout may have been moved.
  const configuration = join(folder, 'fonts.conf');
  writeFileSync(configuration, fontsConf(folder));
  return { FONTCONFIG_FILE: configuration };
}

/** @param {string} folder */
const fontsConf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
${generic.map((name) => `  <alias binding="same"><family>${name}</family><prefer><family>Noto Sans SC Thin</family></prefer></alias>`).join('\n')}
</fontconfig>
`;

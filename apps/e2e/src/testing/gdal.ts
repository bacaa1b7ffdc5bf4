import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import openGdal from 'gdal3.js/node.js';

/** GDAL looks for its binary by a path from the working directory. */
const PACKAGE = relative(process.cwd(), join(dirname(require.resolve('gdal3.js/node.js')), 'dist/package'));

interface Layer {
  readonly name: string;
  readonly featureCount: number;
  readonly fields: readonly { readonly name: string }[];
}

/** The one layer of a zipped shapefile as a GIS program opens it, without unpacking. */
export const zippedLayer = async (zip: Buffer): Promise<Layer> => {
  const gdal = await openGdal({ path: PACKAGE, useWorker: false });
  const folder = await mkdtemp(join(tmpdir(), 'qingshan-gdal-'));
  try {
    const path = join(folder, 'mines.zip');
    await writeFile(path, zip);
    const { datasets, errors } = await gdal.open([path], [], ['vsizip']);
    const { layers } = (datasets[0]?.info ?? { layers: [] }) as { layers: Layer[] };
    const [layer] = layers;
    if (!layer) throw new Error(`GDAL sees no layer: ${errors.join(', ')}`);
    return layer;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

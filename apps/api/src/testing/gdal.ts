import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
// GDAL as WebAssembly inside a package: what GIS programs read with, on a machine that has none.
import openGdal from 'gdal3.js/node.js';

interface Layer {
  readonly name: string;
  readonly featureCount: number;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly width?: number }[];
  readonly geometryFields: readonly {
    readonly extent: readonly number[];
    readonly coordinateSystem: { readonly wkt: string } | null;
  }[];
}

interface Feature {
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Its binary, wherever the package is installed, as seen from the working directory: it knows no other path. */
const PACKAGE = relative(process.cwd(), join(dirname(require.resolve('gdal3.js/node.js')), 'dist/package'));

let gdal: ReturnType<typeof openGdal> | undefined;

/** Compiles it, which takes its time: before the tests and not in the first of them. */
export const startGdal = (): ReturnType<typeof openGdal> =>
  (gdal ??= openGdal({ path: PACKAGE, useWorker: false }));

/** Files as GDAL reads them: the layers as they are described, and the features of the first in WGS 84. */
export const readByGdal = async (
  files: Readonly<Record<string, Buffer>>,
): Promise<{ layers: readonly Layer[]; features: readonly Feature[] }> => {
  const { open, close, ogr2ogr, getFileBytes } = await startGdal();
  const folder = await mkdtemp(join(tmpdir(), 'qingshan-gdal-'));
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    await Promise.all(paths.map((path, index) => writeFile(path, Object.values(files)[index] ?? '')));
    const { datasets, errors } = await open(paths);
    const [dataset] = datasets;
    if (!dataset) throw new Error(errors.join('\n'));
    const { layers } = dataset.info as { layers: Layer[] };
    const options = ['-f', 'GeoJSON', '-t_srs', 'EPSG:4326', layers[0]?.name ?? ''];
    const made = await ogr2ogr(dataset, options, 'read');
    const text = Buffer.from(await getFileBytes(made)).toString('utf8');
    await close(dataset);
    return { layers, features: (JSON.parse(text) as { features: Feature[] }).features };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

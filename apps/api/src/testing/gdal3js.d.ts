declare module 'gdal3.js/node.js' {
  interface Dataset {
    readonly info: unknown;
  }

  interface FilePath {
    readonly real: string;
  }

  interface Gdal {
    open(paths: readonly string[]): Promise<{ datasets: Dataset[]; errors: string[] }>;
    close(dataset: Dataset): Promise<void>;
    ogr2ogr(dataset: Dataset, options: readonly string[], outputName: string): Promise<FilePath>;
    getFileBytes(path: FilePath): Promise<Uint8Array>;
  }

  const initGdalJs: (options: { readonly path: string; readonly useWorker: boolean }) => Promise<Gdal>;
  export default initGdalJs;
}

declare module 'gdal3.js/node.js' {
  interface Gdal {
    open(
      paths: readonly string[],
      options: readonly string[],
      handlers: readonly string[],
    ): Promise<{ datasets: { info: unknown }[]; errors: string[] }>;
  }

  const initGdalJs: (options: { readonly path: string; readonly useWorker: boolean }) => Promise<Gdal>;
  export default initGdalJs;
}

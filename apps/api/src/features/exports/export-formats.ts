import type { ExportFormat } from '@qingshan/contracts';
import type { FileWriter } from './writing/file-writer';
import { geojsonWriter } from './writing/geojson';
import { kmlWriter } from './writing/kml';
import { shapefileWriter } from './writing/shapefile';
import { xlsxWriter } from './writing/xlsx';

interface Format {
  readonly suffix: string;
  readonly mediaType: string;
  /** How a file is written in pieces; a CSV streams out of the database instead. */
  readonly writer: FileWriter | null;
  /** Whether its parts are members of a ZIP archive, or simply follow one another. */
  readonly isArchive: boolean;
}

export const FORMATS: Record<ExportFormat, Format> = {
  csv: { suffix: 'csv', mediaType: 'text/csv; charset=utf-8', writer: null, isArchive: false },
  xlsx: {
    suffix: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    writer: xlsxWriter(),
    isArchive: true,
  },
  geojson: {
    suffix: 'geojson',
    mediaType: 'application/geo+json',
    writer: geojsonWriter,
    isArchive: false,
  },
  kml: {
    suffix: 'kml',
    mediaType: 'application/vnd.google-earth.kml+xml',
    writer: kmlWriter,
    isArchive: false,
  },
  shp: { suffix: 'zip', mediaType: 'application/zip', writer: shapefileWriter, isArchive: true },
};

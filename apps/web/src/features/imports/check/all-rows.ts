import { importRoutes, type ImportRowView } from '@qingshan/contracts';
import { api } from '../../../shell/api';
import type { RowsQuery } from '../queries';

const PAGE_SIZE = 200;

/** Five hundred requests: the largest ledger that is still handed back to be corrected by a person. */
export const MOST_ROWS = 100_000;

/** All rows a query finds, page by page. */
export const allRows = async (id: number, query: RowsQuery, total: number): Promise<ImportRowView[]> => {
  const rows: ImportRowView[] = [];
  for (let page = 1; (page - 1) * PAGE_SIZE < total; page += 1) {
    const answer = await api(importRoutes.rows, {
      params: { id },
      query: { ...query, page, pageSize: PAGE_SIZE },
    });
    rows.push(...answer.rows);
  }
  return rows;
};

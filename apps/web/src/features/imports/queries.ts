import { importRoutes, LARGEST_LEDGER_BYTES, type CallOf, type ImportView } from '@qingshan/contracts';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { api, idempotencyKey } from '../../shell/api';
import { keys } from '../../shell/keys';
import { ApiProblem } from '../../shell/problem';

const POLL_MS = 1000;

export type RowsQuery = CallOf<typeof importRoutes.rows>['query'];

const importKey = (id: number) => [...keys.imports, 'one', id] as const;

const isBeingWritten = ({ state }: ImportView): boolean => state === 'applying' || state === 'undoing';

export const useImports = (page: number, pageSize: number) =>
  useQuery({
    queryKey: [...keys.imports, 'list', page, pageSize],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(importRoutes.list, { query: { page, pageSize } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.imports.some(isBeingWritten) ? POLL_MS : false),
  });

/** What the register says is old once an import has written to it. */
const forgetRegister = (client: QueryClient): void => {
  for (const key of [keys.mines, keys.figures]) void client.invalidateQueries({ queryKey: key });
};

const isAtWork = (view: ImportView | undefined): boolean =>
  view !== undefined && (isBeingWritten(view) || view.checking);

/** One import, asked again while it is being checked or written. */
export const useImport = (id: number) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: importKey(id),
    queryFn: async ({ signal }) => {
      const before = client.getQueryData<ImportView>(importKey(id));
      const now = await api(importRoutes.read, { params: { id } }, { signal });
      if (before && isBeingWritten(before) && !isBeingWritten(now)) forgetRegister(client);
      if (isAtWork(before) && !isAtWork(now)) forgetRows(client, id);
      return now;
    },
    refetchInterval: ({ state }) => (isAtWork(state.data) ? POLL_MS : false),
  });
};

const rowsKey = (id: number) => [...keys.imports, 'rows', id] as const;

const forgetRows = (client: QueryClient, id: number): void => {
  void client.invalidateQueries({ queryKey: rowsKey(id) });
};

export const useImportRows = (id: number, query: RowsQuery) =>
  useQuery({
    queryKey: [...rowsKey(id), 'page', query],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api(importRoutes.rows, { params: { id }, query }, { signal }),
  });

export const useImportProblems = (id: number) =>
  useQuery({
    queryKey: [...rowsKey(id), 'problems'],
    queryFn: ({ signal }) => api(importRoutes.problems, { params: { id } }, { signal }),
  });

interface Upload {
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onSent: (share: number) => void;
}

/** What the server would say of its size, said before half an hour of sending. */
const refuseBySize = ({ size }: File): void => {
  if (size === 0) throw new ApiProblem('file-not-readable', 0, null, { why: 'empty' });
  if (size > LARGEST_LEDGER_BYTES)
    throw new ApiProblem('file-refused', 0, null, { why: 'too-large', limit: LARGEST_LEDGER_BYTES });
};

/** What came from our own export has nothing to confirm: its check is the next thing anyway. */
const checkedAtOnce = async (made: ImportView): Promise<ImportView> => {
  if (!made.notes.some(({ code }) => code === 'own-export')) return made;
  const columns = made.columns.map(({ column, field, unit }) => ({ column, field, unit }));
  // What the check refuses is told where it can be asked for again.
  return api(importRoutes.check, { params: { id: made.id }, body: { columns } }).catch(() => made);
};

export const useUpload = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (upload: Upload) => {
      refuseBySize(upload.file);
      return checkedAtOnce(await api(importRoutes.upload, {}, upload));
    },
    onSuccess: (made) => {
      client.setQueryData(importKey(made.id), made);
      void client.invalidateQueries({ queryKey: [...keys.imports, 'list'] });
    },
  });
};

/** An act on an import: what it answers is the import as it is now. */
const useImportChange = <Given>(id: number, act: (given: Given) => Promise<ImportView>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (now) => {
      client.setQueryData(importKey(id), now);
      forgetRows(client, id);
      void client.invalidateQueries({ queryKey: [...keys.imports, 'list'] });
    },
    // Another window may have been faster: what is shown must be what is so.
    onError: () => void client.invalidateQueries({ queryKey: importKey(id) }),
  });
};

export const useCheck = (id: number) =>
  useImportChange(id, (body: CallOf<typeof importRoutes.check>['body']) =>
    api(importRoutes.check, { params: { id }, body }),
  );

export const useApply = (id: number) =>
  useImportChange(id, (body: CallOf<typeof importRoutes.apply>['body']) =>
    api(importRoutes.apply, { params: { id }, body }, { idempotencyKey: idempotencyKey() }),
  );

/** Another sheet, encoding or header row, as a person types them. */
export interface Reading {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly headerRow?: string;
}

export const useReread = (id: number) =>
  useImportChange(id, ({ sheet, encoding, headerRow }: Reading) =>
    api(importRoutes.reading, {
      params: { id },
      body: importRoutes.reading.body.parse({
        sheet,
        encoding,
        headerRow: headerRow ? Number(headerRow) : undefined,
      }),
    }),
  );

export const useCorrect = (id: number) =>
  useImportChange(id, (body: CallOf<typeof importRoutes.correct>['body']) =>
    api(importRoutes.correct, { params: { id }, body }),
  );

export const useUndo = (id: number) =>
  useImportChange(id, () => api(importRoutes.undo, { params: { id } }, { idempotencyKey: idempotencyKey() }));

export const useCancel = (id: number) =>
  useImportChange(id, () => api(importRoutes.cancel, { params: { id } }));

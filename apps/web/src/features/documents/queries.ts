import { documentRoutes, type DocumentList } from '@qingshan/contracts';
import { LARGEST_DOCUMENT_BYTES, type DocumentType } from '@qingshan/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, idempotencyKey } from '../../shell/api';
import { keys } from '../../shell/keys';
import { ApiProblem } from '../../shell/problem';

/** Under the mines' branch: whatever changes a mine may change what its file wants. */
const documentsKey = (mineId: number) => [...keys.mines, 'documents', mineId] as const;

export const useDocuments = (mineId: number) =>
  useQuery({
    queryKey: documentsKey(mineId),
    queryFn: ({ signal }) => api(documentRoutes.list, { params: { id: mineId } }, { signal }),
  });

/** The list is what the server answered; the gate and the history of the mine are asked again. */
const useListChange = <Given>(mineId: number, act: (given: Given) => Promise<DocumentList>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (list) => {
      client.setQueryData(documentsKey(mineId), list);
      void client.invalidateQueries({ queryKey: [...keys.mines, 'file', mineId] });
      void client.invalidateQueries({ queryKey: [...keys.mines, 'history', mineId] });
    },
    onError: () => void client.invalidateQueries({ queryKey: documentsKey(mineId) }),
  });
};

interface Upload {
  readonly type: DocumentType;
  readonly file: File;
  readonly signal: AbortSignal;
  readonly onSent: (share: number) => void;
}

/** What the server would say of its size, said before it is sent. */
const refuseBySize = ({ size }: File): void => {
  if (size === 0) throw new ApiProblem('file-refused', 0, null, { why: 'empty' });
  if (size > LARGEST_DOCUMENT_BYTES) throw new ApiProblem('file-refused', 0, null, { why: 'too-large' });
};

export const useAddDocument = (mineId: number) =>
  useListChange(mineId, async ({ type, ...upload }: Upload) => {
    refuseBySize(upload.file);
    return api(
      documentRoutes.add,
      { params: { id: mineId }, query: { type } },
      { ...upload, idempotencyKey: idempotencyKey() },
    );
  });

export const useRemoveDocument = (mineId: number) =>
  useListChange(mineId, ({ documentId, reason }: { documentId: number; reason: string }) =>
    api(
      documentRoutes.remove,
      { params: { id: mineId, documentId }, body: { reason } },
      { idempotencyKey: idempotencyKey() },
    ),
  );

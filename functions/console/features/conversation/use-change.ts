import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Detail } from '../../api/detail.ts';
import { Row } from '../../api/row.ts';
import { applyRow, detailKey } from '../../live/apply-change.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellFailure } from '../../shell/toasts.tsx';

/** What an agent may change about a conversation. */
export interface Change {
  status?: Row['status'];
  snoozedUntil?: string;
  ownerId?: string | null;
  teamId?: string;
  tags?: string[];
  priority?: Row['priority'];
  blocked?: boolean;
}

/** Changes a conversation. It shows at once; if the desk refuses, what was there comes back and the reason is said. */
export function useChange(id: string) {
  const { client, me } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: Change) =>
      client.write(`/api/conversations/${id}`, Row, { method: 'PATCH', body: change }),
    onMutate(change) {
      const before = queries.getQueryData<Detail>(detailKey(id));
      if (before) applyRow(queries, { ...before, ...change }, me);
      return before;
    },
    onSuccess: (row) => applyRow(queries, row, me),
    onError(error, _change, before) {
      tellFailure(error);
      if (before) applyRow(queries, before, me);
      void queries.invalidateQueries({ queryKey: detailKey(id) });
    },
  });
}

/** Takes a conversation that has no owner, as whoever begins to answer does. Somebody else may have been faster, which is no failure. */
export function useSoftClaim(id: string) {
  const { client, me } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client.write(`/api/conversations/${id}/claim`, Row),
    onSuccess: (row) => applyRow(queries, row, me),
  });
}

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Client } from '../api/client.ts';
import { useDesk } from '../session/desk-context.ts';
import { tellDone, tellFailure } from './toasts.tsx';

/** Does something at the desk, says so, and reads again what it changed. `quiet` leaves saying why it failed to whoever asked. */
export function useAct<Given, Answer>(
  act: (client: Client, given: Given) => Promise<Answer>,
  {
    done,
    changes = [],
    quiet = false,
  }: { done?: string | ((answer: Answer) => string); changes?: QueryKey[]; quiet?: boolean } = {},
) {
  const { client } = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => act(client, given),
    onSuccess(answer) {
      if (done !== undefined) tellDone(typeof done === 'string' ? done : done(answer));
    },
    onError(error) {
      if (!quiet) tellFailure(error);
    },
    onSettled: () => Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

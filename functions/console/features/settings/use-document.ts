import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type * as z from 'zod/mini';
import { Warned } from '../../api/settings.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellDone } from '../../shell/toasts.tsx';
import { settings as words } from '../../words/settings.ts';

/** A settings document while somebody changes it. Saving over a version that somebody else saved is refused by the desk. */
export function useDocument<T extends z.ZodMiniType>(name: string, schema: T) {
  const { client } = useDesk();
  const queries = useQueryClient();
  const path = `/api/settings/${name}`;
  const { data, error, refetch } = useQuery({
    queryKey: ['settings', name, 'document'],
    queryFn: () => client.readVersion(path, schema),
    staleTime: 0,
    gcTime: 0,
  });
  const [draft, setDraft] = useState<{ value: z.infer<T> }>();
  const save = useMutation({
    mutationFn: (value: z.infer<T>) =>
      client.write(path, schema, { method: 'PUT', body: value, ifMatch: data?.version ?? '"0"' }),
    async onSuccess() {
      tellDone(words.saved);
      await refetch();
      setDraft(undefined);
      // Whatever else shows the same document: lists of teams, tags, saved replies.
      await queries.invalidateQueries({ queryKey: ['settings', name] });
    },
  });
  const { reset } = save;
  // What was tried before says nothing of another document.
  useEffect(() => reset, [reset]);
  return {
    loaded: data?.value,
    loadError: error ?? undefined,
    reload: () => void refetch(),
    value: draft?.value ?? data?.value,
    isChanged: draft !== undefined && JSON.stringify(draft.value) !== JSON.stringify(data?.value),
    change: (value: z.infer<T>) => setDraft({ value }),
    discard() {
      setDraft(undefined);
      reset();
      void refetch();
    },
    save: () => draft && save.mutate(draft.value),
    saving: save.isPending,
    saveError: save.error ?? undefined,
    /** What the desk said beside the document when it was saved last. */
    warnings: Warned.safeParse(save.data).data?.warnings ?? [],
  };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { SavedViews } from '../../api/people.ts';
import { newKey } from '../../browser/chance.ts';
import { savedViewsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellFailure } from '../../shell/toasts.tsx';

/** Keeps views under names of one's own, and lets them go. */
export function useSavedViews(): { save(name: string, query: string): void; remove(id: string): void } {
  const { client } = useDesk();
  const queries = useQueryClient();
  const options = savedViewsQuery(client);
  const change = useMutation({
    mutationFn: async (edit: (views: SavedViews['views']) => SavedViews['views']) => {
      const { value, version } = await client.readVersion('/api/me/views', SavedViews);
      const views = edit(value.views);
      await client.write('/api/me/views', SavedViews, { method: 'PUT', body: { views }, ifMatch: version });
      return views;
    },
    onSuccess: (views) => queries.setQueryData(options.queryKey, views),
    onError: tellFailure,
  });
  return {
    save: (name, query) => change.mutate((views) => [...views, { id: newKey().slice(0, 8), name, query }]),
    remove: (id) => change.mutate((views) => views.filter((view) => view.id !== id)),
  };
}

import { type Held, held } from '../../shell/held.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { keepDrafts, takeDrafts } from './kept-drafts.ts';

let drafts: Map<string, Held<Draft>> | undefined;

/** The draft of a conversation by whoever is signed in. It stays while one looks at others, and when the page is left and comes back. */
export function draftOf(conversationId: string, agentId: string): Held<Draft> {
  drafts ??= openDrafts(agentId);
  const known = drafts.get(conversationId);
  if (known) return known;
  const draft = held<Draft>(emptyDraft);
  drafts.set(conversationId, draft);
  return draft;
}

/** Whoever is signed in stays so as long as the page does. */
function openDrafts(agentId: string): Map<string, Held<Draft>> {
  const begun = [...takeDrafts(sessionStorage, agentId)].map(([id, draft]) => [id, held(draft)] as const);
  const all = new Map<string, Held<Draft>>(begun);
  window.addEventListener('pagehide', () =>
    keepDrafts(sessionStorage, agentId, new Map([...all].map(([id, draft]) => [id, draft.get()]))),
  );
  return all;
}

import { type Html, html } from '../outside-html.ts';
import { reactionsTo } from './feed.ts';
import { BASE, hiddenFields } from './outside-parts.ts';
import type { Actor } from './people.ts';
import type { ReactionFace } from './reactions.ts';
import type { World } from './world.ts';

/**
 * Who feels what about an object, and the faces to choose from; choosing one's own again takes it back. `target` names the
 * object to the action.
 */
export function reactionPicker(
  world: World,
  viewer: Actor,
  objectId: string,
  target: Record<string, string>,
  faces: Record<string, ReactionFace>,
): Html {
  const reactions = reactionsTo(world.memory, objectId);
  const own = reactions.find((reaction) => reaction.actorId === viewer.id)?.type ?? '';
  const mine = faces[own];
  const shown = new Set(reactions.map(({ type }) => faces[type]?.face));
  const choice = ([type, { face, label }]: [string, ReactionFace]) => html`<button name="reaction"
    value="${type === own ? '' : type}" aria-pressed="${String(type === own)}" aria-label="${label}" title="${label}">${face}</button>`;
  return html`<details class="picker" id="react-${objectId}">
<summary ${mine && html`class="on"`}>${mine ? `${mine.face} ${mine.label}` : 'Like'}</summary>
<form class="emoji" method="post" action="${BASE}/reactions">${hiddenFields({ person: viewer.id, ...target })}${Object.entries(faces).map(choice)}</form></details>
${reactions.length > 0 && html`<span class="small-text muted">${[...shown].join('')} ${reactions.length}</span>`}`;
}

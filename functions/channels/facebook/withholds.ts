import type { ActionOrder, Refusal } from '../sending.ts';
import { refusal } from './refusals.ts';

type Target = Pick<ActionOrder, 'action' | 'visibility' | 'ours'>;

const onlyPublic = refusal(
  'private-stays',
  'In Messenger, pages can neither hide, like, change nor take back messages.',
  'Send another message to put things right.',
);
const noHidingOurs = refusal(
  'ours-not-hidden',
  'Facebook lets a page hide only what others wrote.',
  'Edit or delete it instead.',
);
const noEditingTheirs = refusal(
  'theirs-not-edited',
  'Nobody can change what others wrote.',
  'Hide or delete the comment if it must not stay as it is.',
);

/** Why Facebook does not offer this for such a message; undefined when it does. */
export function withholds({ action, visibility, ours }: Target): Refusal | undefined {
  if (visibility === 'private') return onlyPublic;
  if ((action === 'hide' || action === 'unhide') && ours) return noHidingOurs;
  return action === 'edit' && !ours ? noEditingTheirs : undefined;
}

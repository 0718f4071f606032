import type { ActionOrder, Refusal } from '../sending.ts';

type Target = Pick<ActionOrder, 'action' | 'visibility' | 'ours'>;

const onlyPublic: Refusal = {
  code: 'facebook:private-stays',
  explanation: 'In Messenger, pages can neither hide, like, change nor take back messages.',
  advice: 'Send another message to put things right.',
};
const noHidingOurs: Refusal = {
  code: 'facebook:ours-not-hidden',
  explanation: 'Facebook lets a page hide only what others wrote.',
  advice: 'Edit or delete it instead.',
};
const noEditingTheirs: Refusal = {
  code: 'facebook:theirs-not-edited',
  explanation: 'Nobody can change what others wrote.',
  advice: 'Hide or delete the comment if it must not stay as it is.',
};

/** Why Facebook does not offer this for such a message; undefined when it does. */
export function withholds({ action, visibility, ours }: Target): Refusal | undefined {
  if (visibility === 'private') return onlyPublic;
  if ((action === 'hide' || action === 'unhide') && ours) return noHidingOurs;
  return action === 'edit' && !ours ? noEditingTheirs : undefined;
}

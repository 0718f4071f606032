import type { ChannelSender } from '../channels/sending.ts';
import { DeedName, type Visibility } from '../domain/message.ts';

/** What a channel can do, as data: an agent's page counts letters as the platform does, and offers nothing that it would refuse. */
export function channelAbilities(sender: ChannelSender | undefined) {
  if (!sender) return {};
  const { text, counts } = sender.limits;
  const offered = (visibility: Visibility, ours: boolean) =>
    DeedName.options.filter((action) => sender.withholds({ action, visibility, ours }) === undefined);
  const actions = (ours: boolean) => ({ public: offered('public', ours), private: offered('private', ours) });
  return {
    limits: { text, counts },
    actions: { theirs: actions(false), ours: actions(true) },
  };
}

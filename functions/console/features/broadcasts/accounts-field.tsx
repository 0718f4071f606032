import '@mantine/core/styles/Chip.css';
import { Chip, Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Audience } from '../../api/incident.ts';
import { useDesk } from '../../session/desk-context.ts';
import { audienceNames, broadcasts as words } from '../../words/broadcasts.ts';
import styles from './broadcasts.module.css';
import { type Accounts, type PostingChannel, postingChannels, withAccount } from './chosen-accounts.ts';
import { accountsQuery } from './queries.ts';

/** Which of our accounts post, where a channel has several: all of them, until somebody takes one out. */
export function AccountsField({
  audiences,
  accounts,
  onChange,
}: {
  audiences: readonly Audience[];
  accounts: Accounts;
  onChange: (accounts: Accounts) => void;
}) {
  return postingChannels
    .filter((channel) => audiences.includes(channel))
    .map((channel) => <OfChannel key={channel} channel={channel} accounts={accounts} onChange={onChange} />);
}

function OfChannel({
  channel,
  accounts,
  onChange,
}: {
  channel: PostingChannel;
  accounts: Accounts;
  onChange: (accounts: Accounts) => void;
}) {
  const { client } = useDesk();
  const { data = [] } = useQuery(accountsQuery(client));
  const ours = data.filter((account) => account.channel === channel && account.hasToken);
  const chosen = accounts[channel];
  const connected = ours.map(({ id }) => id);
  // What was chosen and has no token any more is shown, so that it can be taken out.
  const gone = (chosen ?? [])
    .filter((id) => !connected.includes(id))
    .map((id) => ({ id, name: id, handle: '' }));
  if (ours.length + gone.length < 2 && chosen === undefined) return null;
  return (
    <fieldset className={styles.audiences}>
      <legend>{words.accountsOn(audienceNames[channel])}</legend>
      {[...ours, ...gone].map(({ id, name, handle }) => (
        <Chip
          key={id}
          size="xs"
          checked={chosen?.includes(id) ?? true}
          onChange={(posts) => onChange(withAccount(accounts, channel, connected, { id, posts }))}
        >
          {name ?? handle ?? id}
        </Chip>
      ))}
      {chosen?.length === 0 && (
        <Input.Error role="alert">{words.noAccount(audienceNames[channel])}</Input.Error>
      )}
    </fieldset>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Accounts } from '../../api/settings.ts';
import { useDesk } from '../../session/desk-context.ts';
import { Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { settings } from '../../words/settings.ts';
import { AccountList } from './account-list.tsx';

/** Where we are on the platforms. */
export default function AccountsPart() {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => client.read('/api/accounts', Accounts, signal),
  });
  return (
    <Section title={settings.parts.accounts} hint={settings.accounts.hint}>
      {data ? (
        <AccountList accounts={data.items} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Section>
  );
}

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'wouter';
import type { Contact, Fact } from '../../api/contact.ts';
import { isMissing } from '../../api/problem.ts';
import { compact } from '../../formats/number.ts';
import { useDesk } from '../../session/desk-context.ts';
import { Face } from '../../shell/face.tsx';
import styles from '../../shell/page.module.css';
import { Page, Section } from '../../shell/page.tsx';
import { Empty, Failed, Loading } from '../../shell/states.tsx';
import { person as words } from '../../words/person.ts';
import { ChannelIcon } from '../inbox/channel-icon.tsx';
import { ConversationLine } from '../inbox/conversation-line.tsx';
import { channelName } from '../inbox/views.ts';
import { contactQuery } from './contact-query.ts';
import { MergePart } from './merge-part.tsx';
import own from './person.module.css';

const FactDialog = lazy(() => import('./fact-dialog.tsx'));

/** One person, whatever the channels they use: what we know of them, and everything they wrote. */
export default function PersonScreen() {
  const { id = '' } = useParams<{ id: string }>();
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(contactQuery(client, id));
  if (data) return <Shown contact={data} />;
  return (
    <Page title={words.title}>
      {isMissing(error) ? (
        <Empty title={words.notFound} />
      ) : error ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Shown({ contact }: { contact: Contact }) {
  const [editing, setEditing] = useState(false);
  const name = contact.name ?? words.unknown;
  return (
    <Page
      title={
        <span className={own.head}>
          <Face name={name} size={34} />
          {name}
        </span>
      }
      actions={<Button onClick={() => setEditing(true)}>{words.edit}</Button>}
    >
      <div className={styles.columns}>
        <div>
          <Section title={words.conversations}>
            {contact.conversations.length === 0 ? (
              <p className={styles.nothing}>{words.noConversations}</p>
            ) : (
              <ul className={styles.list}>
                {contact.conversations.map((row) => (
                  <li key={row.id}>
                    <ConversationLine row={row} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <MergePart contact={contact} />
        </div>
        <div>
          <Section title={words.facts}>
            {contact.facts.length === 0 && <p className={styles.nothing}>{words.noFacts}</p>}
            <dl className={styles.facts}>
              {contact.facts.map((fact) => (
                <div key={fact.key} className={styles.fact}>
                  <dt>{fact.key}</dt>
                  <dd>{factWords(fact)}</dd>
                </div>
              ))}
            </dl>
            {contact.note && <p className={own.note}>{contact.note}</p>}
          </Section>
          <Section title={words.identities}>
            <ul className={styles.list}>
              {contact.identities.map(({ channel, nativeId, profile }) => (
                <li key={`${channel} ${nativeId}`} className={styles.item}>
                  <ChannelIcon channel={channel} size={16} />
                  <span className={styles.grow}>
                    <span className={styles.strong}>
                      {profile?.handle ? `@${profile.handle}` : (profile?.name ?? nativeId)}
                    </span>
                    <span className={styles.dim}>
                      {channelName(channel)}
                      {profile?.followers !== undefined &&
                        ` · ${words.followers(compact(profile.followers))}`}
                      {profile?.verified && ` · ${words.verified}`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      </div>
      {editing && (
        <Suspense>
          <FactDialog contact={contact} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function factWords({ type, value, until }: Fact): string {
  const said = type === 'flag' ? (value ? words.yes : words.no) : String(value);
  return until ? `${said} (${words.until.toLowerCase()} ${until})` : said;
}

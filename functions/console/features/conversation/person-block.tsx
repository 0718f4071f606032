import '@mantine/core/styles/Anchor.css';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Fact } from '../../api/contact.ts';
import type { Detail } from '../../api/detail.ts';
import { compact } from '../../formats/number.ts';
import { useDesk } from '../../session/desk-context.ts';
import { Face } from '../../shell/face.tsx';
import { conversation } from '../../words/conversation.ts';
import { nameOf } from '../inbox/person-name.ts';
import { channelName } from '../inbox/views.ts';
import { contactQuery } from '../person/contact-query.ts';
import styles from './conversation.module.css';

const words = conversation.side;

/** Who it is: their reach, what we know of them, and their other conversations. */
export function PersonBlock({ detail }: { detail: Detail }) {
  const { client } = useDesk();
  const { contact, channel } = detail;
  const { data } = useQuery(contactQuery(client, contact.id));
  const name = nameOf(contact);
  const others = data?.conversations.filter(({ id }) => id !== detail.id) ?? [];
  return (
    <section className={styles.block} aria-label={words.person}>
      <div className={styles.personHead}>
        <Face name={name} size={40} />
        <span>
          <span className={styles.personName}>{name}</span>
          <br />
          <Link href={`/people/${contact.id}`} className={styles.link}>
            {words.profile}
          </Link>
        </span>
      </div>
      <dl className={styles.properties}>
        {contact.handle && (
          <>
            <dt>{words.handle}</dt>
            <dd>@{contact.handle}</dd>
          </>
        )}
        {contact.followers !== undefined && (
          <>
            <dt>{words.followers}</dt>
            <dd>{compact(contact.followers)}</dd>
          </>
        )}
        <dt>{words.channel}</dt>
        <dd>{channelName(channel)}</dd>
        {data?.facts.map((fact) => (
          <FactLine key={fact.key} fact={fact} />
        ))}
      </dl>
      {data?.note && <p className={styles.whyText}>{data.note}</p>}
      {others.length > 0 && (
        <>
          <h2 className={styles.heading}>{words.others}</h2>
          {others.slice(0, 5).map((row) => (
            <Anchor
              key={row.id}
              component={Link}
              href={`/conversations/${row.id}`}
              fz={13}
              display="block"
              truncate
            >
              {channelName(row.channel)} · {row.preview}
            </Anchor>
          ))}
        </>
      )}
    </section>
  );
}

function FactLine({ fact: { key, value, until } }: { fact: Fact }) {
  return (
    <>
      <dt>{key}</dt>
      <dd>
        {String(value)}
        {until && ` (${conversation.until(until)})`}
      </dd>
    </>
  );
}

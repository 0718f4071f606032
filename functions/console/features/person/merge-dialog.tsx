import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { withQuery } from '../../api/client.ts';
import { Contact } from '../../api/contact.ts';
import { Page, type Row } from '../../api/row.ts';
import { useDesk } from '../../session/desk-context.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import { Face } from '../../shell/face.tsx';
import styles from '../../shell/page.module.css';
import { useAct } from '../../shell/use-act.ts';
import { person as words } from '../../words/person.ts';
import { ChannelIcon } from '../inbox/channel-icon.tsx';
import { nameOf } from '../inbox/person-name.ts';
import own from './person.module.css';

const PAUSE = 300;

/** Proposes that two contacts are one person, found by what they are called or wrote. */
export default function MergeDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { client } = useDesk();
  const [text, setText] = useState(contact.name ?? '');
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const [otherId, setOtherId] = useState<string>();
  const [why, setWhy] = useState('');
  const { data } = useQuery({
    queryKey: ['people found', asked],
    queryFn: ({ signal }) =>
      client.read(withQuery('/api/conversations', { q: asked, limit: 30 }), Page, signal),
    enabled: asked !== '',
  });
  const others = peopleIn(data?.items ?? [], contact.id);
  const propose = useAct(
    (desk) =>
      desk.write(`/api/contacts/${contact.id}/merges`, Contact, { body: { otherId, why: why.trim() } }),
    { done: words.proposed, changes: [['contact']], quiet: true },
  );
  return (
    <FormDialog
      title={words.proposeTitle}
      yes={words.proposeYes}
      busy={propose.isPending}
      disabled={otherId === undefined || why.trim() === ''}
      error={propose.error}
      onClose={onClose}
      onSubmit={() => propose.mutate(undefined, { onSuccess: onClose })}
    >
      <TextInput
        label={words.search}
        data-autofocus
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      {data && others.length === 0 && <p className={styles.nothing}>{words.nobody}</p>}
      {others.length > 0 && (
        <div className={`${styles.list} ${own.found}`}>
          {others.map((row) => (
            <UnstyledButton
              key={row.contact.id}
              className={`${styles.item} ${own.choice}`}
              aria-pressed={row.contact.id === otherId}
              onClick={() => setOtherId(row.contact.id)}
            >
              <Face name={nameOf(row.contact)} size={26} />
              <span className={styles.grow}>
                <span className={styles.strong}>{nameOf(row.contact)}</span>
                <span className={`${styles.dim} ${styles.clip}`}>{row.preview}</span>
              </span>
              <ChannelIcon channel={row.channel} size={15} named />
            </UnstyledButton>
          ))}
        </div>
      )}
      <TextInput
        label={words.why}
        placeholder={words.whyPlaceholder}
        value={why}
        onChange={({ currentTarget: { value } }) => setWhy(value)}
      />
    </FormDialog>
  );
}

/** One row for each person beside this one. */
function peopleIn(rows: readonly Row[], ownId: string): Row[] {
  const people = new Map(rows.map((row) => [row.contact.id, row]));
  people.delete(ownId);
  return [...people.values()];
}

import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { Contact, type Merge } from '../../api/contact.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Pill, Section } from '../../shell/page.tsx';
import { useAct } from '../../shell/use-act.ts';
import { person as words } from '../../words/person.ts';

const MergeDialog = lazy(() => import('./merge-dialog.tsx'));
const states = new Map<string, string>(Object.entries(words.states));
const done = { accept: words.merged, reject: words.rejected, undo: words.undone } as const;
type Step = keyof typeof done;

/** Who may be the same person, who is, and the way to decide and undo it. */
export function MergePart({ contact }: { contact: Contact }) {
  const [proposing, setProposing] = useState(false);
  return (
    <Section
      title={words.merges}
      hint={words.mergesHint}
      actions={
        <Button variant="subtle" size="compact-xs" onClick={() => setProposing(true)}>
          {words.propose}
        </Button>
      }
    >
      {contact.merges.length === 0 ? (
        <p className={styles.nothing}>{words.noMerges}</p>
      ) : (
        <ul className={styles.list}>
          {contact.merges.map((merge) => (
            <li key={merge.id} className={styles.item}>
              <MergeLine contactId={contact.id} merge={merge} />
            </li>
          ))}
        </ul>
      )}
      {proposing && (
        <Suspense>
          <MergeDialog contact={contact} onClose={() => setProposing(false)} />
        </Suspense>
      )}
    </Section>
  );
}

function MergeLine({ contactId, merge }: { contactId: string; merge: Merge }) {
  const { me } = useDesk();
  const decide = useAct(
    async (client, step: Step) => {
      const path = `/api/contacts/${contactId}/merges/${encodeURIComponent(merge.id)}/${step}`;
      await client.write(path, Contact);
      return step;
    },
    { done: (step) => done[step], changes: [['contact']] },
  );
  const mayDecide = may(me, 'lead');
  const button = (step: Step, label: string, variant: 'default' | 'filled' | 'subtle') => (
    <Button
      size="compact-xs"
      variant={variant}
      loading={decide.isPending}
      onClick={() => decide.mutate(step)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <span className={styles.grow}>
        <Link href={`/people/${merge.otherId}`} className={styles.lineLink}>
          {merge.otherName ?? words.unknown}
        </Link>
        <span className={`${styles.dim} ${styles.clip}`}>{merge.why}</span>
      </span>
      <Pill tone={merge.state === 'merged' ? 'calm' : merge.state === 'proposed' ? 'soon' : 'plain'}>
        {states.get(merge.state) ?? merge.state}
      </Pill>
      {mayDecide && merge.state === 'proposed' && (
        <>
          {button('accept', words.accept, 'filled')}
          {button('reject', words.reject, 'subtle')}
        </>
      )}
      {mayDecide && merge.state === 'merged' && button('undo', words.undo, 'default')}
    </>
  );
}

import '@mantine/core/styles/NumberInput.css';
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { DryRun, type RoutingBook } from '../../api/settings.ts';
import { ProblemLine } from '../../shell/dialog.tsx';
import styles from '../../shell/page.module.css';
import { useAct } from '../../shell/use-act.ts';
import { priorities, reasons } from '../../words/inbox.ts';
import { settings } from '../../words/settings.ts';
import { ChannelField, LongField, OptionalField } from './fields.tsx';
import { type KnownFact, KnownFactFields, namedFacts } from './known-fact-fields.tsx';
import own from './settings.module.css';

const words = settings.dryRun;

/** What would become of a message by rules that need not be saved yet, and because of what. */
export function RoutingTrial({ book, teamName }: { book: RoutingBook; teamName: (id: string) => string }) {
  const [text, setText] = useState('');
  const [channel, setChannel] = useState<string>();
  const [handle, setHandle] = useState<string>();
  const [followers, setFollowers] = useState<string | number>('');
  const [facts, setFacts] = useState<KnownFact[]>([]);
  const trial = useAct(
    (client) =>
      client.write('/api/settings/routing/dry-run', DryRun, {
        body: {
          text,
          channel: channel ?? 'x',
          book,
          ...(handle !== undefined && { handle }),
          ...(followers !== '' && { followers: Number(followers) }),
          customerFacts: namedFacts(facts),
        },
      }),
    { quiet: true },
  );
  return (
    <section className={own.preview} aria-label={words.title}>
      <h3 className={own.sub}>{words.title}</h3>
      <p className={styles.dim}>{words.hint}</p>
      <div className={styles.form}>
        <LongField label={words.text} value={text} onChange={setText} />
        <div className={styles.fields}>
          <ChannelField value={channel ?? 'x'} onChange={setChannel} />
          <OptionalField label={settings.vips.handle} value={handle} onChange={setHandle} />
          <NumberInput label={words.followers} min={0} value={followers} onChange={setFollowers} />
        </div>
        <KnownFactFields facts={facts} onChange={setFacts} />
        <span>
          <Button
            disabled={text.trim() === ''}
            loading={trial.isPending}
            onClick={() => trial.mutate(undefined)}
          >
            {words.run}
          </Button>
        </span>
      </div>
      <ProblemLine error={trial.error} />
      {trial.data && <Outcome run={trial.data} teamName={teamName} />}
    </section>
  );
}

function Outcome({
  run: { fired, outcome, triage },
  teamName,
}: {
  run: ReturnType<typeof DryRun.parse>;
  teamName: (id: string) => string;
}) {
  const { teamId, priority, tags } = outcome;
  return (
    <div className={own.answer} role="status">
      <p>
        <b>{words.goes(teamName(teamId), priorities[priority] ?? priority)}</b>{' '}
        {tags.length > 0 && words.tagged(tags.join(', '))}
      </p>
      {triage && <p>{words.read(reasons[triage.reason] ?? triage.reason)}</p>}
      {fired.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul className={own.fired}>
          {fired.map(({ id, name, because }) => (
            <li key={id}>
              {name}: {because.join(', ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

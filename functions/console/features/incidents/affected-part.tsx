import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/Tabs.css';
import { Button, Checkbox, Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Affected, AffectedState, Decided, type Incident } from '../../api/incident.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Pill, Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { useAct } from '../../shell/use-act.ts';
import { incidents as words } from '../../words/incidents.ts';
import { ConversationLine } from '../inbox/conversation-line.tsx';
import { nameOf } from '../inbox/person-name.ts';
import own from './incidents.module.css';
import { affectedQuery, incidentsKey } from './queries.ts';

interface Decision {
  accept?: string[];
  reject?: string[];
  acceptAll?: boolean;
}

/** Those who asked about it, as far as somebody said so, with the reason why each may belong to it. */
export function AffectedPart({ incident }: { incident: Incident }) {
  const { proposed = 0 } = incident.counts;
  const [state, setState] = useState<AffectedState>(proposed > 0 ? 'proposed' : 'accepted');
  return (
    <Section title={words.conversations} hint={words.conversationsHint}>
      <Tabs
        value={state}
        onChange={(value) => {
          const chosen = AffectedState.safeParse(value).data;
          if (chosen) setState(chosen);
        }}
        mb={10}
      >
        <Tabs.List>
          {AffectedState.options.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {words.states[one]} {incident.counts[one] ?? 0}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={state} pt={10}>
          <List key={state} incident={incident} state={state} />
        </Tabs.Panel>
      </Tabs>
    </Section>
  );
}

function List({
  incident: { id, state: incidentState, counts },
  state,
}: {
  incident: Incident;
  state: AffectedState;
}) {
  const { client } = useDesk();
  const loaded = useInfiniteQuery(affectedQuery(client, id, state));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const decide = useAct(
    (desk, body: Decision) => desk.write(`/api/incidents/${id}/conversations`, Decided, { body }),
    { changes: [[...incidentsKey]] },
  );
  const run = (decision: Decision) => decide.mutate(decision, { onSuccess: () => setChosen([]) });
  if (!loaded.data)
    return loaded.error ? <Failed error={loaded.error} onRetry={() => void loaded.refetch()} /> : <Loading />;
  const items = loaded.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className={styles.nothing}>{words.noneIn[state]}</p>;
  const mayDecide = incidentState === 'open';
  const picked = items
    .filter(({ conversationId }) => chosen.includes(conversationId))
    .map((one) => one.conversationId);
  const toggle = (one: string) =>
    setChosen(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <>
      {mayDecide && state === 'proposed' && (
        <div className={own.pick}>
          <Checkbox
            label={words.chooseAll}
            checked={picked.length === items.length}
            indeterminate={picked.length > 0 && picked.length < items.length}
            onChange={() =>
              setChosen(
                picked.length === items.length ? [] : items.map(({ conversationId }) => conversationId),
              )
            }
          />
          {picked.length > 0 ? (
            <>
              <Button loading={decide.isPending} onClick={() => run({ accept: picked })}>
                {words.acceptChosen(picked.length)}
              </Button>
              <Button variant="default" loading={decide.isPending} onClick={() => run({ reject: picked })}>
                {words.rejectChosen(picked.length)}
              </Button>
            </>
          ) : (
            <Button variant="default" loading={decide.isPending} onClick={() => run({ acceptAll: true })}>
              {words.acceptAll(counts.proposed ?? items.length)}
            </Button>
          )}
        </div>
      )}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.conversationId}>
            <Line
              item={item}
              decision={mayDecide ? run : undefined}
              busy={decide.isPending}
              chosen={chosen.includes(item.conversationId)}
              onChoose={mayDecide && state === 'proposed' ? () => toggle(item.conversationId) : undefined}
            />
          </li>
        ))}
      </ul>
      {loaded.hasNextPage && (
        <Button variant="subtle" mt={6} onClick={() => void loaded.fetchNextPage()}>
          {words.moreConversations}
        </Button>
      )}
    </>
  );
}

function Line({
  item: { conversationId, state, reasons, toldAt, row },
  decision,
  busy,
  chosen,
  onChoose,
}: {
  item: Affected;
  decision: ((decision: Decision) => void) | undefined;
  busy: boolean;
  chosen: boolean;
  onChoose: (() => void) | undefined;
}) {
  return (
    <ConversationLine
      row={row}
      before={
        onChoose && (
          <Checkbox aria-label={words.choose(nameOf(row.contact))} checked={chosen} onChange={onChoose} />
        )
      }
      after={
        <span className={styles.buttons}>
          {toldAt && <Pill tone="calm">{words.told}</Pill>}
          {decision && state !== 'accepted' && (
            <Button
              variant="default"
              size="compact-xs"
              disabled={busy}
              onClick={() => decision({ accept: [conversationId] })}
            >
              {words.accept}
            </Button>
          )}
          {decision && state !== 'rejected' && (
            <Button
              variant="subtle"
              size="compact-xs"
              disabled={busy}
              onClick={() => decision({ reject: [conversationId] })}
            >
              {words.reject}
            </Button>
          )}
        </span>
      }
    >
      <span className={own.reasons}>{reasons.join(' ')}</span>
    </ConversationLine>
  );
}

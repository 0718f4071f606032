import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Broadcast } from '../../api/broadcast.ts';
import { deviceZone } from '../../formats/local-field.ts';
import { dayAndHour } from '../../formats/time.ts';
import { timesIn } from '../../formats/zone-time.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import { ask } from '../../shell/overlays.ts';
import styles from '../../shell/page.module.css';
import { Section } from '../../shell/page.tsx';
import { useAct } from '../../shell/use-act.ts';
import { broadcasts as words } from '../../words/broadcasts.ts';
import own from './broadcasts.module.css';
import { PreviewCard } from './preview-card.tsx';
import { ProgressRow } from './progress-row.tsx';
import { broadcastsKey } from './queries.ts';
import { recurrenceWords } from './recurrence-form.ts';

/** A broadcast on its way or done: how far it came with each audience, and what it says. */
export function Course({ broadcast }: { broadcast: Broadcast }) {
  const { id, audiences, progress, state, publishAt, text, variants, media, title } = broadcast;
  return (
    <div className={styles.columns}>
      <div>
        <Section title={words.progress} actions={<CourseActions broadcast={broadcast} />}>
          {state === 'scheduled' && publishAt && (
            <p className={styles.nothing}>
              {words.scheduledFor(timesIn(publishAt, broadcast.timeZone ?? deviceZone()))}
            </p>
          )}
          {state !== 'scheduled' && (
            <div className={styles.list}>
              {audiences.map((audience) => (
                <ProgressRow
                  key={audience}
                  broadcastId={id}
                  audience={audience}
                  progress={progress[audience]}
                  isDone={state === 'done' || state === 'cancelled'}
                />
              ))}
            </div>
          )}
        </Section>
        <Section title={words.whatItSays}>
          <div className={own.previews}>
            {audiences.map((audience) => (
              <PreviewCard
                key={audience}
                audience={audience}
                title={title}
                spoken={{ text, variants, audiences }}
                preview={undefined}
                reach={undefined}
                media={media}
              />
            ))}
          </div>
        </Section>
      </div>
      <Section title={words.facts}>
        <Facts broadcast={broadcast} />
      </Section>
    </div>
  );
}

function CourseActions({ broadcast: { id, state } }: { broadcast: Broadcast }) {
  const { me } = useDesk();
  const act = useAct(
    (client, step: 'pause' | 'resume' | 'cancel') => client.write(`/api/broadcasts/${id}/${step}`, Broadcast),
    { changes: [[...broadcastsKey]] },
  );
  if (!may(me, 'lead') || state === 'done' || state === 'cancelled') return null;
  const cancel = async () => {
    if (await ask({ title: words.cancelTitle, text: words.cancelText, yes: words.cancel, danger: true }))
      act.mutate('cancel');
  };
  return (
    <span className={styles.buttons}>
      {state === 'publishing' && (
        <Button variant="default" loading={act.isPending} onClick={() => act.mutate('pause')}>
          {words.pause}
        </Button>
      )}
      {state === 'paused' && (
        <Button loading={act.isPending} onClick={() => act.mutate('resume')}>
          {words.resume}
        </Button>
      )}
      <Button variant="default" color="red" loading={act.isPending} onClick={() => void cancel()}>
        {words.cancel}
      </Button>
    </span>
  );
}

function Facts({ broadcast }: { broadcast: Broadcast }) {
  const { createdAt, createdBy, approvedBy, begunAt, endedAt, publishAt, incidentId, timeZone } = broadcast;
  const { recurrence } = broadcast;
  const lines: [string, string | null | undefined][] = [
    [words.created, `${dayAndHour(createdAt)}${createdBy.name ? ` ${words.by(createdBy.name)}` : ''}`],
    [words.states.approved, approvedBy?.name],
    [words.scheduled, publishAt && dayAndHour(publishAt)],
    [words.zoneLabel, timeZone],
    [words.recurs, recurrence && recurrenceWords(recurrence, timeZone ?? deviceZone())],
    [words.begun, begunAt && dayAndHour(begunAt)],
    [words.ended, endedAt && dayAndHour(endedAt)],
  ];
  return (
    <dl className={styles.facts}>
      {lines.map(
        ([name, value]) =>
          value && (
            <div key={name} className={styles.fact}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
      {incidentId && (
        <div className={styles.fact}>
          <dt>{words.incident}</dt>
          <dd>
            <Link href={`/incidents/${incidentId}`} className={styles.link}>
              {words.toIncident}
            </Link>
          </dd>
        </div>
      )}
    </dl>
  );
}

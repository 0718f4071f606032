import { useQuery } from '@tanstack/react-query';
import type { Incident } from '../../api/incident.ts';
import { teamsQuery } from '../../desk-queries.ts';
import { dayAndHour, exactTime } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { incidents as words } from '../../words/incidents.ts';
import { channelName } from '../inbox/views.ts';
import own from './incidents.module.css';
import { componentsQuery } from './queries.ts';

/** Whose it is, what it concerns, and what happened when. */
export function IncidentFacts({ incident }: { incident: Incident }) {
  const { client } = useDesk();
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const { data: components = [] } = useQuery(componentsQuery(client));
  const { teamId, ownerName, affected, words: said, posts } = incident;
  const nameOf = (id: string) => components.find((component) => component.id === id)?.name ?? id;
  return (
    <>
      <dl className={styles.facts}>
        <dt>{words.team}</dt>
        <dd>{teams.find(({ id }) => id === teamId)?.name ?? teamId}</dd>
        {ownerName && (
          <>
            <dt>{words.owner}</dt>
            <dd>{ownerName}</dd>
          </>
        )}
        {affected.length > 0 && (
          <>
            <dt>{words.affectedShort}</dt>
            <dd>{affected.map(nameOf).join(', ')}</dd>
          </>
        )}
        {said.length > 0 && (
          <>
            <dt>{words.wordsShort}</dt>
            <dd>{said.join(', ')}</dd>
          </>
        )}
        {posts.length > 0 && (
          <>
            <dt>{words.posts}</dt>
            <dd>{[...new Set(posts.map(({ channel }) => channelName(channel)))].join(', ')}</dd>
          </>
        )}
      </dl>
      <h3 className={own.factsHeading}>{words.whatHappened}</h3>
      <ol className={own.moments}>
        {momentsOf(incident).map(({ label, at }) => (
          <li key={label}>
            {label}
            <time dateTime={at} title={exactTime(at)}>
              {dayAndHour(at)}
            </time>
          </li>
        ))}
      </ol>
    </>
  );
}

/** What happened, oldest first. */
export function momentsOf(incident: Incident): { label: string; at: string }[] {
  const { events } = words;
  const { firstReportAt, noticedAt, openedAt, openedBy, firstWordAt, resolvedAt } = incident;
  const all: [string, string | null | undefined][] = [
    [events.firstReport, firstReportAt],
    [events.noticed, noticedAt],
    [events.declared(openedBy?.name ?? ''), openedAt],
    [events.firstWord, firstWordAt],
    [events.fixed, resolvedAt],
  ];
  return all
    .flatMap(([label, at]) => (at ? [{ label, at }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

import { Audience, type Incident } from '../../api/incident.ts';

/** Where something was said of an incident before, and so goes on; the status page and mail always. */
export function audiencesOf({ posts }: Pick<Incident, 'posts'>): Audience[] {
  return Audience.options.filter(
    (audience) =>
      audience === 'status' || audience === 'email' || posts.some(({ channel }) => channel === audience),
  );
}

/** Who hears of an incident at first: everybody whom one can tell without being asked. */
export function firstAudiencesOf(incident: Pick<Incident, 'posts' | 'updates'>): Audience[] {
  return incident.updates.length === 0 ? ['facebook', 'x', 'status', 'email'] : audiencesOf(incident);
}

import type { Person } from '../../api/row.ts';
import { inbox } from '../../words/inbox.ts';

/** What a person is called: platforms withhold names, and some people have only a handle. */
export function nameOf({ name, handle }: Pick<Person, 'name' | 'handle'>): string {
  return name ?? (handle === undefined ? inbox.person : `@${handle}`);
}

import type { DatabaseSync } from 'node:sqlite';
import { atomically, createIds } from './database.ts';
import { type MediaLibrary, openMedia } from './media.ts';
import { type Messages, openMessages } from './messages.ts';
import { openPeople, type People } from './people.ts';
import { openPosts, type Posts } from './posts.ts';
import type { XSettings } from './settings.ts';

/** Everything that this X remembers, with the clock and the settings it goes by. */
export interface World {
  readonly people: People;
  readonly posts: Posts;
  readonly messages: Messages;
  readonly media: MediaLibrary;
  readonly settings: XSettings;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly nextId: () => string;
  /** Does several writes as one, so that a kill in between loses none of what belongs together. Must not be nested. */
  readonly atomically: <T>(work: () => T) => T;
  /** Own base URL, under which pictures are served. */
  readonly url: () => string;
}

export function openWorld(
  db: DatabaseSync,
  given: { now: () => number; url: () => string; settings: XSettings },
): World {
  return {
    ...given,
    people: openPeople(db),
    posts: openPosts(db),
    messages: openMessages(db),
    media: openMedia(db),
    nextId: createIds(db, given.now),
    atomically: (work) => atomically(db, work),
  };
}

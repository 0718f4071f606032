import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

export interface Post {
  id: string;
  authorId: string;
  /** The handles that X puts in front of a reply by itself, such as `@ines_okoro `; empty for other posts. */
  addressed: string;
  /** What the author typed. */
  text: string;
  /** Media ids. */
  media: string[];
  /** Id of the post that began the thread. */
  conversationId: string;
  replyTo?: string;
  quotes?: string;
  reposts?: string;
  /** Epoch milliseconds. */
  createdAt: number;
  deleted: boolean;
  /** A reply that the author of the thread has hidden. */
  hidden: boolean;
}

/** A like. */
export interface Favourite {
  id: string;
  postId: string;
  personId: string;
  createdAt: number;
}

export interface Counts {
  replies: number;
  quotes: number;
  reposts: number;
  likes: number;
}

const optionalId = z.pipe(
  z.nullable(z.string()),
  z.transform((value) => value ?? undefined),
);
const PostSchema = z.object({
  id: z.string(),
  author_id: z.string(),
  addressed: z.string(),
  text: z.string(),
  media: z.string(),
  conversation_id: z.string(),
  reply_to: optionalId,
  quotes: optionalId,
  reposts: optionalId,
  created_at: z.number(),
  deleted_at: z.nullable(z.number()),
  hidden: z.number(),
});
const MediaIdsSchema = z.array(z.string());
const CountsSchema = z.object({
  replies: z.number(),
  quotes: z.number(),
  reposts: z.number(),
  likes: z.number(),
});

const TotalsSchema = z.object({ posts: z.number(), withMedia: z.number() });
const TOTALS = `SELECT count(*) AS posts, count(*) FILTER (WHERE media <> '[]') AS withMedia
  FROM post WHERE author_id = ? AND deleted_at IS NULL`;
const INSERT = `INSERT INTO post
  (id, author_id, addressed, text, media, conversation_id, reply_to, quotes, reposts, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const COUNTS = `SELECT
  (SELECT count(*) FROM post WHERE reply_to = :id AND deleted_at IS NULL) AS replies,
  (SELECT count(*) FROM post WHERE quotes = :id AND deleted_at IS NULL) AS quotes,
  (SELECT count(*) FROM post WHERE reposts = :id AND deleted_at IS NULL) AS reposts,
  (SELECT count(*) FROM favourite WHERE post_id = :id) AS likes`;

function toPost(row: unknown): Post {
  const { author_id, conversation_id, reply_to, created_at, deleted_at, ...rest } = PostSchema.parse(row);
  return {
    ...rest,
    authorId: author_id,
    media: MediaIdsSchema.parse(JSON.parse(rest.media)),
    conversationId: conversation_id,
    replyTo: reply_to,
    createdAt: created_at,
    deleted: deleted_at !== null,
    hidden: rest.hidden === 1,
  };
}

/** All posts ever made. A deleted one stays in the file but is found by `get` only, marked. */
export interface Posts {
  add(post: Post): void;
  get(id: string): Post | undefined;
  /** Newest first, without deleted ones. */
  newest(limit: number): Post[];
  byAuthor(authorId: string): Post[];
  repliesTo(id: string): Post[];
  /** Posts of one author since an instant, in epoch milliseconds. */
  since(authorId: string, instant: number): Post[];
  repostBy(personId: string, postId: string): Post | undefined;
  delete(id: string, at: number): void;
  setHidden(id: string, hidden: boolean): void;
  counts(id: string): Counts;
  /** How many posts somebody has made, and how many of them with media. */
  totals(authorId: string): { posts: number; withMedia: number };
  /** False when the person liked it before. */
  like(favourite: Favourite): boolean;
  unlike(postId: string, personId: string): void;
  likedBy(postId: string, personId: string): boolean;
}

export function openPosts(db: DatabaseSync): Posts {
  const many = (where: string) => {
    const statement = db.prepare(`SELECT * FROM post WHERE deleted_at IS NULL AND ${where}`);
    return (...values: (string | number)[]) => statement.all(...values).map(toPost);
  };
  const insert = db.prepare(INSERT);
  const byId = db.prepare('SELECT * FROM post WHERE id = ?');
  const counts = db.prepare(COUNTS);
  const totals = db.prepare(TOTALS);
  const run = (sql: string, ...values: (string | number)[]) => db.prepare(sql).run(...values).changes === 1;
  const liked = db.prepare('SELECT 1 FROM favourite WHERE post_id = ? AND person_id = ?');
  const repost = many('author_id = ? AND reposts = ?');
  return {
    add(p) {
      const references = [p.replyTo ?? null, p.quotes ?? null, p.reposts ?? null];
      const media = JSON.stringify(p.media);
      insert.run(p.id, p.authorId, p.addressed, p.text, media, p.conversationId, ...references, p.createdAt);
    },
    get: (id) => {
      const row = byId.get(id);
      return row && toPost(row);
    },
    newest: many('1 ORDER BY id DESC LIMIT ?'),
    byAuthor: many('author_id = ? ORDER BY id DESC'),
    repliesTo: many('reply_to = ? ORDER BY id'),
    since: many('author_id = ? AND created_at >= ? ORDER BY id DESC'),
    repostBy: (personId, postId) => repost(personId, postId)[0],
    delete: (id, at) => void run('UPDATE post SET deleted_at = ? WHERE id = ?', at, id),
    setHidden: (id, hidden) => void run('UPDATE post SET hidden = ? WHERE id = ?', hidden ? 1 : 0, id),
    counts: (id) => CountsSchema.parse(counts.get({ id })),
    totals: (authorId) => TotalsSchema.parse(totals.get(authorId)),
    like: ({ id, postId, personId, createdAt }) =>
      run('INSERT OR IGNORE INTO favourite VALUES (?, ?, ?, ?)', id, postId, personId, createdAt),
    unlike: (postId, personId) =>
      void run('DELETE FROM favourite WHERE post_id = ? AND person_id = ?', postId, personId),
    likedBy: (postId, personId) => liked.get(postId, personId) !== undefined,
  };
}

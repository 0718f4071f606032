import * as z from 'zod/mini';
import { flag, type Memory } from './memory.ts';

/** Why a page's calls are refused on purpose: see `gateErrors`. */
export const GATES = [
  'open',
  'restricted',
  'abuse',
  'page-rate',
  'rate',
  'business-rate',
  'app-rate',
] as const;

const PageRow = z.object({
  id: z.string(),
  name: z.string(),
  token: z.string(),
  tokenState: z.enum(['valid', 'expired', 'revoked']),
  /** Epoch milliseconds of the last change of `tokenState`. */
  tokenStateAt: z.number(),
  gate: z.enum(GATES),
  /** Whether the app still gets this page's webhooks: Meta ends that after an hour of failing Messenger deliveries. */
  subscribed: flag,
});
const PersonRow = z.object({ id: z.string(), key: z.string(), name: z.string() });
const AcquaintanceRow = z.object({
  pageId: z.string(),
  personId: z.string(),
  psid: z.string(),
  lastActionAt: z.nullable(z.number()),
  blocked: flag,
  typingUntil: z.number(),
  seenAt: z.number(),
});

/** A page of ours. */
export type Page = z.infer<typeof PageRow>;
/** An invented customer. `id` is the id that feed events carry; the PSIDs are in the acquaintances. */
export type Person = z.infer<typeof PersonRow>;
/** A person as one page knows them: the page-scoped id, the last action and whether the person blocked the page. */
export type Acquaintance = z.infer<typeof AcquaintanceRow>;
/** Whoever acts on the feed: a page or a person. */
export interface Actor {
  id: string;
  name: string;
}

export const allPages = (memory: Memory): Page[] => memory.all(PageRow, 'SELECT * FROM page ORDER BY rowid');

export const findPage = (memory: Memory, id: string): Page | undefined =>
  memory.one(PageRow, 'SELECT * FROM page WHERE id = ?', id);

export const pageByToken = (memory: Memory, token: string): Page | undefined =>
  memory.one(PageRow, 'SELECT * FROM page WHERE token = ?', token);

export const allPeople = (memory: Memory): Person[] =>
  memory.all(PersonRow, 'SELECT * FROM person ORDER BY rowid');

/** Finds a person by the feed id or by the short key, such as `ines-okoro`. */
export const findPerson = (memory: Memory, idOrKey: string): Person | undefined =>
  memory.one(PersonRow, 'SELECT * FROM person WHERE id = ?1 OR key = ?1', idOrKey);

/** The page or person with this id. */
export function findActor(memory: Memory, id: string): Actor | undefined {
  const actor = findPage(memory, id) ?? findPerson(memory, id);
  return actor && { id: actor.id, name: actor.name };
}

export const allAcquaintances = (memory: Memory): Acquaintance[] =>
  memory.all(AcquaintanceRow, 'SELECT * FROM acquaintance ORDER BY rowid');

/** How a page knows a person; every person of the file is known to every page, as after a first contact. */
export const findAcquaintance = (
  memory: Memory,
  pageId: string,
  personId: string,
): Acquaintance | undefined =>
  memory.one(
    AcquaintanceRow,
    'SELECT * FROM acquaintance WHERE pageId = ? AND personId = ?',
    pageId,
    personId,
  );

export const acquaintanceByPsid = (memory: Memory, pageId: string, psid: string): Acquaintance | undefined =>
  memory.one(AcquaintanceRow, 'SELECT * FROM acquaintance WHERE pageId = ? AND psid = ?', pageId, psid);

/** Notes an action that opens the person's messaging window with the page: a message, comment, reaction or postback. */
export function noteAction(memory: Memory, pageId: string, personId: string, at: number): void {
  const sql = 'UPDATE acquaintance SET lastActionAt = ? WHERE pageId = ? AND personId = ?';
  memory.run(sql, at, pageId, personId);
}

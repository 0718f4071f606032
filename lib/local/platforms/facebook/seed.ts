import type { SimulatedAccount } from '../simulator.ts';
import { insertPost } from './feed.ts';
import type { Memory } from './memory.ts';
import { allPages, allPeople, findPage } from './people.ts';

/** The invented customers; the key is what scripts and addresses use. */
const PEOPLE = [
  { key: 'ines-okoro', name: 'Ines Okoro' },
  { key: 'tomas-vidal', name: 'Tomas Vidal' },
  { key: 'mei-lindqvist', name: 'Mei Lindqvist' },
  { key: 'jonas-keller', name: 'Jonas Keller' },
  { key: 'amara-diallo', name: 'Amara Diallo' },
  { key: 'zoe-garnier', name: 'Zoé Garnier' },
];
const HOUR_MS = 3_600_000;

/**
 * Makes the people and pages that are missing. A page that is new gets two posts from before the desk was connected, and a
 * PSID for each person. A known page takes over a changed name or token, and is connected again.
 */
export function seed(memory: Memory, accounts: readonly SimulatedAccount[], now: number): void {
  if (allPeople(memory).length === 0) {
    PEOPLE.forEach(({ key, name }, index) => {
      memory.run(
        'INSERT INTO person (id, key, name) VALUES (?, ?, ?)',
        `2510000000000000${index + 1}`,
        key,
        name,
      );
    });
  }
  for (const account of accounts) {
    if (findPage(memory, account.id)) renewPage(memory, account, now);
    else addPage(memory, account, now);
  }
}

function renewPage(memory: Memory, { id, name, token }: SimulatedAccount, now: number): void {
  memory.run('UPDATE page SET name = ?, subscribed = 1 WHERE id = ?', name, id);
  const sql =
    "UPDATE page SET token = ?1, tokenState = 'valid', tokenStateAt = ?2 WHERE id = ?3 AND token <> ?1";
  memory.run(sql, token, now, id);
}

function addPage(memory: Memory, { id, name, token }: SimulatedAccount, now: number): void {
  const number = allPages(memory).length + 1;
  memory.run('INSERT INTO page (id, name, token, tokenStateAt) VALUES (?, ?, ?, ?)', id, name, token, now);
  allPeople(memory).forEach((person, index) => {
    const psid = `72${String(number).padStart(4, '0')}${String(index + 1).padStart(10, '0')}`;
    memory.run('INSERT INTO acquaintance (pageId, personId, psid) VALUES (?, ?, ?)', id, person.id, psid);
  });
  const post = (message: string, hoursAgo: number) =>
    insertPost(memory, {
      pageId: id,
      authorId: id,
      kind: 'status',
      message,
      createdAt: now - hoursAgo * HOUR_MS,
    });
  post('We are here for you on weekdays from 8 to 18. Write to us under any post, or send us a message.', 52);
  post('The autumn catalogue is online. Which colour would you like to see next?', 5);
}

import { createHmac } from 'node:crypto';
import type { Callback } from '../channel.ts';
import { readSignedRequest } from './signed-request.ts';

const CODE_LENGTH = 20;
const text = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/**
 * Somebody who signed in to the app with Facebook wants what it has of them deleted. Nobody signs in to Hark that way and it never asks
 * for the id that this names, so there is nothing under it; the answer names a page that says so, as Meta wants it. The code follows
 * from the id, so that asking again gives the same one.
 */
export const dataDeletion: Callback = ({ method, body, query, url }, secret) => {
  if (method === 'GET') return { status: 200, headers: text, body: deletionWords(query.code) };
  const request = readSignedRequest(body.toString('utf8'), secret);
  if (!request) return undefined;
  const hash = createHmac('sha256', secret.signingKeys[0] ?? '').update(`deletion of ${request.userId}`);
  const code = `del_${hash.digest('hex').slice(0, CODE_LENGTH)}`;
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${url}?code=${code}`, confirmation_code: code }),
    told: 'somebody who signed in with Facebook wanted their data deleted; there is none',
  };
};

function deletionWords(code = ''): string {
  const named = /^del_[0-9a-f]+$/.test(code) ? ` ${code}` : '';
  return [
    `Your request${named} to delete what this app received when you signed in to it with Facebook: done.`,
    'This app, a service desk, keeps nothing from signing in with Facebook.',
    'What you wrote to our page or in Messenger is part of our correspondence with you, which Facebook names by another id. To have that deleted, please write to us there.',
    '',
  ].join('\n\n');
}

/** Somebody who gave the app rights, to our pages perhaps, took them back. What depends on them is held as soon as Facebook refuses it. */
export const deauthorize: Callback = ({ method, body }, secret) => {
  if (method !== 'POST' || !readSignedRequest(body.toString('utf8'), secret)) return undefined;
  return {
    status: 200,
    headers: text,
    body: '',
    told: 'somebody took back the rights that they gave this app on Facebook; if they were an admin of a page, its token ends',
  };
};

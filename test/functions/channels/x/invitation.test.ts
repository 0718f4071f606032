import { expect, it } from 'vitest';
import { publicText } from '../../../../functions/channels/x/invitation.ts';
import { weightedLength } from '../../../../functions/channels/x/weighted-length.ts';

const link = 'https://x.com/messages/compose?recipient_id=1';
const rows: [title: string, text: string, invitation: boolean | undefined, posted: string][] = [
  ['leaves an answer alone', 'Write to us.', undefined, 'Write to us.'],
  ['adds the link to an invitation', 'Write to us.', true, `Write to us. ${link}`],
  ['adds the link after trailing space once', 'Write to us.\n', true, `Write to us. ${link}`],
  ['makes a link alone of an invitation without words', '', true, link],
  ['leaves an invitation that has the link', `Here: ${link} thanks`, true, `Here: ${link} thanks`],
  [
    'knows the link on the older host and with a text',
    'https://twitter.com/messages/compose?text=Hi&recipient_id=1',
    true,
    'https://twitter.com/messages/compose?text=Hi&recipient_id=1',
  ],
];

it.each(rows)('%s', (_title, text, invitation, posted) => {
  expect(publicText({ text, invitation }, '1')).toBe(posted);
});

it('takes 23 of the characters for the link, whatever the account', () => {
  expect(weightedLength(publicText({ text: '', invitation: true }, '1800000000000000001'))).toBe(23);
  expect(weightedLength(publicText({ text: '', invitation: true }, '0'))).toBe(23);
});

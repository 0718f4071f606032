import { describe, expect, it } from 'vitest';
import { limits } from '../../../../functions/channels/facebook/limits.ts';
import { facebookSender } from '../../../../functions/channels/facebook/sender.ts';
import { NOON, order, scriptedGraph } from './scripted-graph.ts';

const HOUR = 3_600_000;

describe('the sender of Facebook', () => {
  it.each([
    ['a public answer as a comment', order({ visibility: 'public' }), '1221_889/comments'],
    ['a private answer by Messenger', order(), '108/messages'],
    ['an invitation by Messenger', order({ invitation: true }), '108/messages'],
    [
      'an invitation that is called public',
      order({ invitation: true, visibility: 'public' }),
      '108/messages',
    ],
  ])('sends %s', async (_name, given, path) => {
    const { access, asked } = scriptedGraph(500);
    await facebookSender.send(given, access);
    expect(asked.map((call) => call.path)).toEqual([path]);
  });

  it.each([
    ['a public answer under its comment', order({ visibility: 'public' }), '1221_889'],
    ['a private answer among conversations', order(), '108/conversations'],
    ['an invitation from its comment on', order({ invitation: true }), '1221_889'],
  ])('looks for %s', async (_name, given, path) => {
    const { access, asked } = scriptedGraph(500);
    await facebookSender.look(given, access, new Date(NOON).toISOString());
    expect(asked.map((call) => call.path)).toEqual([path]);
  });

  it('does not send what the window closed on while it waited', async () => {
    const { access, asked } = scriptedGraph();
    const late = { ...access, now: NOON + 169 * HOUR };
    expect(await facebookSender.send(order(), late)).toMatchObject({ outcome: 'failed' });
    expect(asked).toEqual([]);
  });

  it('measures by the limits of the channel', () => {
    expect(facebookSender.measure('', 'public').limit).toBe(limits.text.public);
    expect(facebookSender.measure('', 'private').limit).toBe(limits.text.private);
  });
});

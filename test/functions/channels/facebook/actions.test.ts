import { describe, expect, it } from 'vitest';
import { act } from '../../../../functions/channels/facebook/actions.ts';
import type { Action, ActionOrder } from '../../../../functions/channels/sending.ts';
import { scriptedGraph } from './scripted-graph.ts';

const done = { success: true };
const gone = { code: 100, subcode: 33 };

function deed(action: Action): ActionOrder {
  return { action, nativeId: '1221_889', visibility: 'public', ours: action === 'edit', text: 'It is done.' };
}

describe('an action', () => {
  it.each([
    ['hide', 'POST', '1221_889', { is_hidden: true }],
    ['unhide', 'POST', '1221_889', { is_hidden: false }],
    ['like', 'POST', '1221_889/likes', undefined],
    ['edit', 'POST', '1221_889', { message: 'It is done.' }],
    ['delete', 'DELETE', '1221_889', undefined],
  ] as const)('is one call: %s', async (action, method, path, body) => {
    const { access, asked } = scriptedGraph(done, { is_hidden: action === 'hide' });
    expect(await act(deed(action), access)).toEqual({ outcome: 'done' });
    expect(asked[0]).toEqual({ method, path, query: {}, body });
  });

  it.each([
    ['said to be done and was not', 'hide', [done, { is_hidden: false }], 'failed', 'no-effect'],
    [
      'said to be done on something that knows no such thing',
      'hide',
      [done, { code: 100 }],
      'failed',
      'no-effect',
    ],
    ['said to be done and cannot be seen', 'hide', [done, 500], 'unconfirmed', 'unseen'],
    ['said not to be done', 'like', [{ success: false }], 'failed', 'no-effect'],
    ['refused', 'like', [gone], 'failed', 'gone'],
    ['refused for now', 'like', [{ code: 32 }], 'retry', 'rate-limited'],
    ['not answered, and was not done', 'like', [500, { user_likes: false }], 'retry', 'not-done'],
    ['not answered, and is still there', 'delete', [500, { id: '1221_889' }], 'retry', 'not-done'],
    ['not answered, and cannot be seen', 'delete', [500, 500], 'unconfirmed', 'unseen'],
    ['not answered, and is gone instead', 'like', [500, gone], 'unconfirmed', 'unseen'],
  ] as const)('is %s', async (_name, action, answers, outcome, code) => {
    const { access } = scriptedGraph(...answers);
    expect(await act(deed(action), access)).toMatchObject({ outcome, refusal: { code: `facebook:${code}` } });
  });

  it.each([
    ['a like', 'like', { user_likes: true }],
    ['an edit', 'edit', { message: 'It  is done. ' }],
    ['a removal', 'delete', gone],
    ['a hiding', 'hide', { is_hidden: true }],
  ] as const)('without an answer is seen to be done: %s', async (_name, action, node) => {
    const { access } = scriptedGraph(500, node);
    expect(await act(deed(action), access)).toEqual({ outcome: 'done' });
  });
});

import { describe, expect, it } from 'vitest';
import { split } from '../../../../functions/channels/facebook/split.ts';
import { recorded, recordedJson } from '../../../fixtures/recorded.ts';

describe('split', () => {
  it('keeps every change, message and standby message of every entry, in their order', () => {
    const text = (mid: string) => ({ sender: { id: '7' }, recipient: { id: '1' }, message: { mid } });
    const like = (id: string) => ({ field: 'feed', value: { item: 'like', verb: 'add', post_id: id } });
    const body = {
      object: 'page',
      entry: [
        { id: '1', time: 1795169700, changes: [like('1_1'), like('1_2')] },
        { id: '2', time: 1795169700123, messaging: [text('m_1'), text('m_2')], standby: [text('m_3')] },
        { id: '3', time: 1795169700, hop_context: [] },
        { id: '4', time: 1795169700, changes: [] },
      ],
    };
    const cut = split(body).map(({ accountId, body }) => [accountId, body]);
    const [first, second] = body.entry;
    expect(cut).toEqual([
      ['1', { source: 'changes', page: '1', time: 1795169700, event: first?.changes?.[0] }],
      ['1', { source: 'changes', page: '1', time: 1795169700, event: first?.changes?.[1] }],
      ['2', { source: 'messaging', page: '2', time: 1795169700123, event: second?.messaging?.[0] }],
      ['2', { source: 'messaging', page: '2', time: 1795169700123, event: second?.messaging?.[1] }],
      ['2', { source: 'standby', page: '2', time: 1795169700123, event: second?.standby?.[0] }],
      ['3', { source: 'entry', page: '3', time: 1795169700, event: body.entry[2] }],
    ]);
  });

  it('keeps a thousand changes', () => {
    const changes = Array.from({ length: 1000 }, (_, n) => ({
      field: 'feed',
      value: { item: 'comment', verb: 'add', comment_id: `1_${n}`, message: 'same words' },
    }));
    const cut = split({ object: 'page', entry: [{ id: '1', time: 1795169700, changes }] });
    expect(new Set(cut.map(({ dedupKey }) => dedupKey)).size).toBe(1000);
  });

  it('takes a page id that is a number', () => {
    const [cut] = split({ object: 'page', entry: [{ id: 1082, time: 1, changes: [{}] }] });
    expect(cut?.accountId).toBe('1082');
  });

  it('gives the same event of two deliveries one key, and two recorded events two', () => {
    const bodies = new Map<string, string>();
    for (const { event } of recorded('facebook', 'webhook'))
      for (const { dedupKey, body } of split(recordedJson('facebook', event))) {
        const written = JSON.stringify(body);
        expect(bodies.get(dedupKey) ?? written).toBe(written);
        bodies.set(dedupKey, written);
      }
    expect(bodies.size).toBe(new Set(bodies.values()).size);
  });
});

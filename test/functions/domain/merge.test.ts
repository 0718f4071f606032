import { describe, expect, it } from 'vitest';
import {
  decideMerge,
  HARK,
  type Merge,
  type MergeStep,
  mergeIdOf,
  otherOf,
  propose,
} from '../../../functions/domain/merge.ts';
import { at } from './desk.ts';

const cause = { why: 'the same phone', by: 'mary', now: at('10:00') };
const proposed = propose(['b', 'a'], undefined, cause);
const inState = (state: Merge['state']): Merge => {
  if (!proposed) throw new Error('Nothing was proposed.');
  return { ...proposed, state, version: 1 };
};

describe('a proposal', () => {
  it('is one for two contacts, whoever is named first', () => {
    expect(proposed).toMatchObject({
      id: 'a~b',
      contactIds: ['a', 'b'],
      state: 'proposed',
      proposedBy: 'mary',
    });
    expect(mergeIdOf('a', 'b')).toBe(mergeIdOf('b', 'a'));
    expect(otherOf(inState('proposed'), 'a')).toBe('b');
  });

  it('is none of somebody with themselves, or of what is proposed or merged', () => {
    expect(propose(['a', 'a'], undefined, cause)).toBeUndefined();
    expect(propose(['a', 'b'], inState('proposed'), cause)).toBeUndefined();
    expect(propose(['a', 'b'], inState('merged'), cause)).toBeUndefined();
  });

  it('is made again by a person after a refusal, and never by the desk itself', () => {
    for (const state of ['rejected', 'undone'] as const) {
      expect(propose(['a', 'b'], inState(state), cause)).toMatchObject({ state: 'proposed', version: 1 });
      expect(propose(['a', 'b'], inState(state), { ...cause, by: HARK })).toBeUndefined();
    }
  });
});

describe('a decision', () => {
  const rows: { step: MergeStep; from: Merge['state']; to: Merge['state'] | undefined }[] = [
    { step: 'accept', from: 'proposed', to: 'merged' },
    { step: 'reject', from: 'proposed', to: 'rejected' },
    { step: 'undo', from: 'merged', to: 'undone' },
    { step: 'accept', from: 'merged', to: 'merged' },
    { step: 'accept', from: 'rejected', to: undefined },
    { step: 'undo', from: 'proposed', to: undefined },
    { step: 'reject', from: 'merged', to: undefined },
  ];

  it.each(rows)('to $step what is $from makes it $to', ({ step, from, to }) => {
    expect(decideMerge(inState(from), step, 'leo', at('11:00'))?.state).toBe(to);
  });
});

import { describe, expect, it } from 'vitest';
import {
  type Draft,
  emptyDraft,
  type Upload,
  writtenSince,
} from '../../../../../functions/console/features/reply/draft.ts';

const file = (key: string): Upload => ({ key, name: `${key}.png`, contentType: 'image/png', state: 'ready' });
const leo = { id: 'leo', name: 'Leo Lead' };
const sent: Draft = {
  text: 'Please look @Leo Lead',
  mode: 'note',
  files: [file('a')],
  mentions: [leo],
};

describe('once a draft is sent', () => {
  it.each<{ name: string; now: Draft; left: Draft }>([
    { name: 'nothing is left of it', now: sent, left: { ...emptyDraft, mode: 'note' } },
    {
      name: 'the mode stays that was chosen meanwhile',
      now: { ...sent, mode: 'public' },
      left: { ...emptyDraft, mode: 'public' },
    },
    {
      name: 'what was written behind it stays',
      now: { ...sent, text: `${sent.text} and tell me` },
      left: { ...emptyDraft, mode: 'note', text: 'and tell me' },
    },
    {
      name: 'what was written in its place stays whole, with whom it mentions',
      now: { ...sent, text: '@Leo Lead never mind' },
      left: { ...emptyDraft, mode: 'note', text: '@Leo Lead never mind', mentions: [leo] },
    },
    {
      name: 'a file that was added meanwhile stays',
      now: { ...sent, files: [file('a'), file('b')] },
      left: { ...emptyDraft, mode: 'note', files: [file('b')] },
    },
  ])('$name', ({ now, left }) => {
    expect(writtenSince(now, sent)).toEqual(left);
  });
});

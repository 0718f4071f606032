import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Upload } from '../../../../../functions/console/features/reply/draft.ts';
import { keepDrafts, takeDrafts } from '../../../../../functions/console/features/reply/kept-drafts.ts';

const draft = (fields: Partial<Draft>): Draft => ({
  ...{ text: '', mode: undefined, files: [], mentions: [] },
  ...fields,
});
const file = (state: Upload['state']): Upload => ({
  ...{ key: state, name: `${state}.png`, contentType: 'image/png', state },
  ...(state === 'ready' && { uploadId: 'u1' }),
});

const inPlace = new Map<string, string>();
const place = {
  getItem: (name: string) => inPlace.get(name) ?? null,
  setItem: (name: string, value: string) => void inPlace.set(name, value),
  removeItem: (name: string) => void inPlace.delete(name),
};
beforeEach(() => inPlace.clear());

/** What comes back of drafts after the page was left. */
function back(drafts: Record<string, Draft>, agentId = 'ada') {
  keepDrafts(place, 'ada', new Map(Object.entries(drafts)));
  return Object.fromEntries(takeDrafts(place, agentId));
}

describe('a draft that is kept', () => {
  it('comes back as it was', () => {
    const note = draft({ text: 'Please look @Leo', mode: 'note', mentions: [{ id: 'leo', name: 'Leo' }] });
    const answer = draft({ text: 'Morgen', untranslated: 'Tomorrow' });
    expect(back({ one: note, two: answer })).toEqual({ one: note, two: answer });
  });

  it('brings the files that had arrived', () => {
    const files = [file('uploading'), file('ready'), file('failed')];
    expect(back({ one: draft({ files }) })).toMatchObject({ one: { files: [{ state: 'ready' }] } });
  });

  it('is none where nothing was written', () => {
    back({ one: draft({ text: 'begun' }) });
    expect(back({ one: draft({ text: ' ' }), two: draft({ files: [file('uploading')] }) })).toEqual({});
  });

  it('is for nobody else, and gone when somebody else looks', () => {
    expect(back({ one: draft({ text: 'mine' }) }, 'leo')).toEqual({});
    expect(inPlace.size).toBe(0);
  });

  it.each(['', 'no JSON', '{}', '{"agentId":"ada","drafts":[1]}'])(
    'is none of what is no draft: “%s”',
    (text) => {
      inPlace.set('hark.drafts', text);
      expect(takeDrafts(place, 'ada').size).toBe(0);
    },
  );
});

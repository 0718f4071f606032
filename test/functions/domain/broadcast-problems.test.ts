import { describe, expect, it } from 'vitest';
import { type AudienceRules, previewFor, problemOf } from '../../../functions/domain/broadcast-problems.ts';
import { broadcastOf } from './sample-broadcast.ts';

const refusal = { code: 'x:media', explanation: 'Too large.', advice: 'Shrink it.' };
const rules: AudienceRules = {
  label: 'X',
  measure: (text) => ({ length: text.length, limit: 10 }),
  inParts: (text) => text.match(/\S{1,12}/g) ?? [''],
  refusesMedia: () => undefined,
};
const picture = { type: 'image', copiedTo: 'outbound/1', contentType: 'image/png', size: 9 } as const;

describe('a preview', () => {
  it('shows the text in its parts, as the audience measures it', () => {
    expect(previewFor(broadcastOf({ text: 'one two three' }), 'x', rules)).toEqual({
      text: 'one two three',
      parts: ['one', 'two', 'three'],
      length: 13,
      limit: 10,
      problems: [],
    });
  });

  it.each([
    { name: 'an empty text', broadcast: { text: ' ' }, rules, code: 'broadcast:empty' },
    {
      name: 'an empty variant',
      broadcast: { variants: { x: { text: '' } } },
      rules,
      code: 'broadcast:empty',
    },
    { name: 'a part over the limit', broadcast: { text: 'elevenchars' }, rules, code: 'broadcast:too-long' },
    {
      name: 'more parts than anybody reads',
      broadcast: { text: 'a '.repeat(26) },
      rules,
      code: 'broadcast:too-many-parts',
    },
    {
      name: 'a place that is still open',
      broadcast: { text: '{a} ok' },
      rules,
      code: 'broadcast:open-place',
    },
    {
      name: 'files that it does not take',
      broadcast: { text: 'ok', attachments: [picture] },
      rules: { ...rules, refusesMedia: () => refusal },
      code: 'x:media',
    },
    {
      name: 'an account that cannot post',
      broadcast: { text: 'ok' },
      rules: { ...rules, closed: { ...refusal, code: 'x:held' } },
      code: 'x:held',
    },
  ])('tells of $name', ({ broadcast, rules: given, code }) => {
    const { problems } = previewFor(broadcastOf(broadcast), 'x', given);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});

it('knows a name only where one person is answered', () => {
  const broadcast = broadcastOf({ text: 'Hi {name}' });
  expect(previewFor(broadcast, 'personal', rules).problems).toEqual([]);
  expect(previewFor(broadcast, 'x', rules).problems).toMatchObject([{ code: 'broadcast:open-place' }]);
});

it('is refused for the first audience that would not take it', () => {
  const broadcast = broadcastOf({ text: 'far too long for one of them'.replaceAll(' ', '') });
  const wide = {
    ...rules,
    measure: (text: string) => ({ length: text.length, limit: 99 }),
    inParts: (text: string) => [text],
  };
  const narrow = { ...rules, inParts: (text: string) => [text] };
  const problem = problemOf(broadcast, (audience) => (audience === 'x' ? narrow : wide));
  expect(problem).toMatchObject({ audience: 'x', code: 'broadcast:too-long' });
  expect(problemOf(broadcast, () => wide)).toBeUndefined();
});

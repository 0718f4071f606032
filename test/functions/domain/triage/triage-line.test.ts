import { describe, expect, it } from 'vitest';
import { triageLine } from '../../../../functions/domain/triage/triage-line.ts';
import { sampleTriage } from './sample-triage.ts';

const echo = (text: string, channel: string) => ({ ...sampleTriage, topics: [text, channel] });

describe('a line of the command', () => {
  it.each([
    { name: 'with a channel', line: '{"text":"hi","channel":"facebook"}', topics: ['hi', 'facebook'] },
    { name: 'without one, which is from X', line: '{"text":"hi"}', topics: ['hi', 'x'] },
    { name: 'with an empty text', line: '{"text":""}', topics: ['', 'x'] },
  ])('is answered: $name', ({ line, topics }) => {
    expect(triageLine(line, echo)).toEqual({ ...sampleTriage, topics });
  });

  it.each(['', 'nope', '{"text":', '[]', '{"text":5}', 'null', '{"words":"hi"}'])(
    'that is bad is answered too: %s',
    (line) => {
      expect(triageLine(line, echo)).toEqual({ error: expect.stringContaining('This line is no') });
    },
  );
});

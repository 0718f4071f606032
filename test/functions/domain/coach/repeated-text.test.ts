import { describe, expect, it } from 'vitest';
import { normalisedText, repeatedText } from '../../../../functions/domain/coach/repeated-text.ts';

const draft = { reply: 'Thanks!', to: '', visibility: 'public' as const };

describe('repeatedText', () => {
  it('speaks from the third other on', () => {
    expect(repeatedText({ ...draft, sentToday: 2 })).toBeUndefined();
    expect(repeatedText({ ...draft, sentToday: 3 })?.why).toContain('3 others today');
  });
});

describe('normalisedText', () => {
  it('sees through greetings, handles, case and marks', () => {
    const text = normalisedText('Hi Anna, we are on it!');
    expect(normalisedText('hello Tom – we ARE on it. @tom')).not.toBe('');
    expect(normalisedText('Hello Tom!  We are on it')).toBe(text);
    expect(normalisedText('@tom We are on it.')).toBe(text);
    expect(normalisedText('We are not on it.')).not.toBe(text);
  });
});

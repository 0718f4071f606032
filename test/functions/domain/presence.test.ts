import { describe, expect, it } from 'vitest';
import { pageOpened, pagesClosed } from '../../../functions/domain/presence.ts';

describe('an agent who opens a page', () => {
  it.each([
    ['is there, who was never heard of', undefined, { state: 'online' }],
    ['is again what they left as', { state: 'offline', left: 'away' }, { state: 'away' }],
    ['stays gone, who said so', { state: 'offline' }, undefined],
    ['stays away, who said so', { state: 'away' }, undefined],
  ] as const)('%s', (_name, before, after) => {
    expect(pageOpened(before)).toEqual(after);
  });
});

describe('an agent who closes the last page', () => {
  it.each([
    ['is gone', { state: 'online' }, { state: 'offline', left: 'online' }],
    ['is gone also when they were away', { state: 'away' }, { state: 'offline', left: 'away' }],
    ['is gone already', { state: 'offline' }, undefined],
    ['was never there', undefined, undefined],
  ] as const)('%s', (_name, before, after) => {
    expect(pagesClosed(before)).toEqual(after);
  });
});

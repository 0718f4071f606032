import { describe, expect, it } from 'vitest';
import {
  audiencesOf,
  firstAudiencesOf,
} from '../../../../../functions/console/features/incidents/said-before.ts';

const at = '2026-11-27T10:00:00.000Z';
const post = { channel: 'x', nativeId: '1', at };
const update = {
  ...{ id: '1', at, text: 'We look into it.', phase: 'investigating' as const },
  by: { id: 'leo', name: 'Leo' },
};

describe('where more is said of an incident', () => {
  it('goes on where something was posted, on the status page and by mail', () => {
    expect(audiencesOf({ posts: [] })).toEqual(['status', 'email']);
    expect(audiencesOf({ posts: [post, post] })).toEqual(['x', 'status', 'email']);
  });

  it('is everywhere for the first word', () => {
    expect(firstAudiencesOf({ posts: [], updates: [] })).toEqual(['facebook', 'x', 'status', 'email']);
    expect(firstAudiencesOf({ posts: [], updates: [update] })).toEqual(['status', 'email']);
  });
});

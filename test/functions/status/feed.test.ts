import { parseAtomFeed } from 'feedsmith';
import { describe, expect, it } from 'vitest';
import { statusFeed } from '../../../functions/status/feed.ts';
import { board, entry } from './sample-board.ts';

const over = { endsAt: '2026-11-20T01:00:00.000Z', startsAt: '2026-11-20T00:00:00.000Z', updates: [] };

describe('the feed', () => {
  it('has one entry for each thing that happened, the latest told first', () => {
    const feed = parseAtomFeed(statusFeed(board(entry({ id: 'P1', title: 'Earlier', ...over }), entry())));
    expect(feed).toMatchObject({
      id: 'https://help.example.com/status/feed.atom',
      updated: '2026-11-27T11:00:00.000Z',
      entries: [
        {
          id: 'https://help.example.com/status#I1',
          title: { value: 'Major incident: Booking fails' },
          updated: '2026-11-27T11:00:00.000Z',
        },
        { id: 'https://help.example.com/status#P1' },
      ],
    });
    expect(feed.title).toMatchObject({ value: 'Corvid Air status' });
  });

  it('keeps quiet about what is only planned', () => {
    const planned = entry({ id: 'W1', kind: 'maintenance', updates: [], plannedBy: ['b1'] });
    expect(parseAtomFeed(statusFeed(board(planned, entry()))).entries).toMatchObject([
      { id: 'https://help.example.com/status#I1' },
    ]);
  });

  it('is the same file for the same news', () => {
    expect(statusFeed(board(entry()))).toBe(statusFeed(board(entry())));
    expect(statusFeed(board())).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });

  it('keeps markup in words from being markup', () => {
    const text = ']]><script>alert(1)</script>&';
    const evil = entry({ title: text, updates: [{ id: 'u', at: '2026-11-27T10:05:00.000Z', text }] });
    const [read] = parseAtomFeed(statusFeed(board(evil))).entries ?? [];
    expect(read?.title?.value).toBe(`Major incident: ${text}`);
    expect(read?.content?.value).toContain(']]&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;');
  });
});

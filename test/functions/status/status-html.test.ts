import { describe, expect, it } from 'vitest';
import { statusHtml } from '../../../functions/status/status-html.ts';
import { board, entry } from './sample-board.ts';

describe('the status page', () => {
  it('says in its title and first line how things are', () => {
    expect(statusHtml(board())).toContain('<title>Everything works · Corvid Air status</title>');
    expect(statusHtml(board())).toContain('<strong>Everything works</strong>');
    expect(statusHtml(board(entry()))).toContain('<strong>Something is partly down</strong>');
  });

  it('tells of an incident the latest first, with the names of what it concerns', () => {
    const page = statusHtml(board(entry()));
    expect(page).toMatch(/Cause found[\s\S]*We know why\.\n\nIt takes an hour\.[\s\S]*Looking into it/);
    expect(page).toContain(
      'Booking · since <time datetime="2026-11-27T10:00:00.000Z">27 Nov, 10:00 UTC</time>',
    );
  });

  it('has 90 days for each component, each with its words', () => {
    const page = statusHtml(board(entry()));
    expect(page.match(/<i class=/g)).toHaveLength(3 * 90);
    expect(page).toContain('<i class="partial-outage" title="27 November 2026: Booking fails"></i>');
    expect(page).toContain('aria-label="The last 90 days: something happened on 1, up 99.9 % of the time"');
  });

  it('does not load itself anew, which would take away the place of whoever has it read out', () => {
    expect(statusHtml(board(entry()))).not.toContain('http-equiv="refresh"');
  });

  it('folds away what is long past', () => {
    const past = Array.from({ length: 7 }, (_, number) =>
      entry({
        id: `P${number}`,
        startsAt: `2026-11-0${number + 1}T00:00:00.000Z`,
        endsAt: `2026-11-0${number + 1}T01:00:00.000Z`,
      }),
    );
    const page = statusHtml(board(...past));
    expect(page).toContain('<summary>2 more in the last 90 days</summary>');
    expect(page).toContain('for 1 hour');
  });

  it('lets no word become markup, whoever wrote it', () => {
    const evil = '</title><script>alert(1)</script><img src=x onerror="alert(1)">\u202E"\'';
    const page = statusHtml(
      board(
        entry({
          id: `I"><script>alert(1)</script>`,
          title: evil,
          updates: [{ id: 'u', at: '2026-11-27T10:05:00.000Z', text: evil }],
        }),
      ),
    );
    expect(page).not.toMatch(/<script|<img|onerror="/);
    expect(page.match(/<title>/g)).toHaveLength(1);
  });

  it('shows pictures with what they show, and films that load when somebody plays them', () => {
    const files = [
      { type: 'image' as const, path: 'media/a1.png', alt: 'Tap "Book" <here>' },
      { type: 'video' as const, path: 'media/b2.mp4', size: 12 * 1024 * 1024, alt: 'The new app' },
    ];
    const page = statusHtml(
      board(entry({ updates: [{ id: 'u', at: '2026-11-27T10:05:00.000Z', text: 'Look.', files }] })),
    );
    expect(page).toContain(
      '<img src="/status/media/a1.png" alt="Tap &quot;Book&quot; &lt;here&gt;" loading="lazy">',
    );
    expect(page).toMatch(/<video controls [^>]*preload="metadata" src="\/status\/media\/b2.mp4"/);
    expect(page).toContain('<a href="/status/media/b2.mp4">Film: The new app, 12 MB</a>');
  });

  it('needs no script, no picture and no second request', () => {
    expect(statusHtml(board(entry()))).not.toMatch(/<script|<img|<link rel="stylesheet"| style="/);
  });
});

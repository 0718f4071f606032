import { describe, expect, it } from 'vitest';
import { mailedFile } from '../../../functions/mail/mailed-file.ts';

const statusUrl = 'https://help.example.com/status';

describe('a picture in a mail', () => {
  const picture = { type: 'image' as const, path: 'media/abc.jpg', size: 1000, alt: 'Where to <tap>\nfirst' };

  it('is no wider than the mail, and tells what it shows where it is not loaded', () => {
    const html = mailedFile(picture, statusUrl).html.toString();
    expect(html).toContain('src="https://help.example.com/status/media/abc.jpg"');
    expect(html).toContain('alt="Where to &lt;tap&gt; first"');
    expect(html).toContain('max-width:100%;height:auto');
  });

  it('has its words and its address in a mail without pictures', () => {
    expect(mailedFile(picture, statusUrl).text).toBe(
      'Picture: Where to <tap> first\nhttps://help.example.com/status/media/abc.jpg',
    );
  });

  it('says at least that it is one', () => {
    const { html, text } = mailedFile({ type: 'image', path: 'media/abc.jpg' }, statusUrl);
    expect(html.toString()).toContain('alt="Picture"');
    expect(text).toBe('Picture\nhttps://help.example.com/status/media/abc.jpg');
  });
});

it('leads to a film, and says how much there is to load', () => {
  const film = { type: 'video' as const, path: 'media/abc.mp4', size: 12 * 1024 * 1024, alt: 'The new app' };
  const { html, text } = mailedFile(film, statusUrl);
  expect(html.toString()).toContain(
    '<a href="https://help.example.com/status/media/abc.mp4">Watch the film: The new app (12 MB)</a>',
  );
  expect(html.toString()).not.toContain('<video');
  expect(text).toBe('Watch the film: The new app (12 MB)\nhttps://help.example.com/status/media/abc.mp4');
});

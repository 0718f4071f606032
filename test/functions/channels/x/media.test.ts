import { expect, test } from 'vitest';
import { attachmentOf } from '../../../../functions/channels/x/media.ts';

const films = [
  { content_type: 'application/x-mpegURL', url: 'https://video.twimg.com/a.m3u8' },
  { content_type: 'video/mp4', bitrate: 256000, url: 'https://video.twimg.com/small.mp4' },
  { content_type: 'video/mp4', bitrate: 832000, url: 'https://video.twimg.com/large.mp4' },
];
const still = 'https://pbs.twimg.com/still.jpg';

const media = [
  {
    title: 'a v1.1 photo by its file, not by its link in the text',
    given: { type: 'photo', url: 'https://t.co/media1', media_url_https: still },
    attachment: { type: 'image', url: still },
  },
  {
    title: 'a v2 photo',
    given: { type: 'photo', url: still, media_key: '3_1' },
    attachment: { type: 'image', url: still },
  },
  {
    title: 'a photo with its description',
    given: { type: 'photo', url: still, alt_text: 'A broken lid' },
    attachment: { type: 'image', url: still, title: 'A broken lid' },
  },
  {
    title: 'a v1.1 video by its best file',
    given: { type: 'video', media_url_https: still, video_info: { variants: films } },
    attachment: { type: 'video', url: 'https://video.twimg.com/large.mp4' },
  },
  {
    title: 'a v2 video by its best file',
    given: {
      type: 'video',
      preview_image_url: still,
      variants: films.map(({ bitrate, ...film }) => ({ ...film, bit_rate: bitrate })),
    },
    attachment: { type: 'video', url: 'https://video.twimg.com/large.mp4' },
  },
  {
    title: 'a GIF, which X keeps as a silent film',
    given: {
      type: 'animated_gif',
      video_info: {
        variants: [{ content_type: 'video/mp4', bitrate: 0, url: 'https://video.twimg.com/gif.mp4' }],
      },
    },
    attachment: { type: 'video', url: 'https://video.twimg.com/gif.mp4' },
  },
  {
    title: 'a video without a file by its still picture',
    given: { type: 'video', preview_image_url: still },
    attachment: { type: 'image', url: still, title: 'Still picture of a video' },
  },
  { title: 'a video of which nothing is told', given: { type: 'video' }, attachment: { type: 'video' } },
  {
    title: 'a kind that is not known',
    given: { type: 'hologram', url: still },
    attachment: { type: 'other', url: still },
  },
  { title: 'a medium that the delivery does not describe', given: undefined, attachment: { type: 'other' } },
];

test.each(media)('shows $title', ({ given, attachment }) => {
  expect(attachmentOf(given)).toStrictEqual(attachment);
});

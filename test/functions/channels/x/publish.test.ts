import { describe, expect, it } from 'vitest';
import type { Media } from '../../../../functions/channels/sending.ts';
import { publishMessage, publishPost } from '../../../../functions/channels/x/publish.ts';
import { recordedJson } from '../../../fixtures/recorded.ts';
import { answered, INES, orderOf, scripted } from './scripted-api.ts';

const photo: Media = {
  type: 'image',
  contentType: 'image/png',
  url: 'https://files.example.com/a',
  bytes: async () => new Uint8Array(3),
};
const uploading = () => {
  const upload = answered(200, { data: { id: '9' } });
  return [upload, answered(200, {}), upload];
};

describe('publishPost', () => {
  const posted = () => answered(201, recordedJson('x', 'response-tweet-created'));

  it('answers a post and gives the id of the answer', async () => {
    const { api, calls } = scripted(posted());
    expect(await publishPost(orderOf(), api)).toEqual({ outcome: 'sent', nativeId: '2100000000000000007' });
    const json = { text: 'We look into it.', reply: { in_reply_to_tweet_id: '2100000000000000002' } };
    expect(calls).toEqual([{ method: 'POST', path: '/2/tweets', json }]);
  });

  it('posts to all when there is nothing to answer', async () => {
    const { api, calls } = scripted(posted());
    await publishPost(orderOf({ inReplyTo: undefined }), api);
    expect(calls[0]?.json).toEqual({ text: 'We look into it.' });
  });

  it('puts the link to a private message into an invitation', async () => {
    const { api, calls } = scripted(posted());
    await publishPost(orderOf({ invitation: true }), api);
    expect(calls[0]?.json).toMatchObject({
      text: 'We look into it. https://x.com/messages/compose?recipient_id=1800000000000000001',
    });
  });

  it('attaches pictures, with or without a text', async () => {
    const { api, calls } = scripted(...uploading(), posted());
    await publishPost(orderOf({ text: ' ', media: [photo] }), api);
    expect(calls.at(-1)?.json).toEqual({
      reply: { in_reply_to_tweet_id: '2100000000000000002' },
      media: { media_ids: ['9'] },
    });
  });

  it('posts nothing when a picture was not taken', async () => {
    const { api, calls } = scripted(answered(400));
    expect((await publishPost(orderOf({ media: [photo] }), api)).outcome).toBe('failed');
    expect(calls.map(({ path }) => path)).toEqual(['/2/media/upload/initialize']);
  });

  it('is not sure after a success that names no post', async () => {
    const { api } = scripted(answered(201, { data: {} }));
    expect((await publishPost(orderOf(), api)).outcome).toBe('unconfirmed');
  });
});

describe('publishMessage', () => {
  const sent = () => answered(201, recordedJson('x', 'response-dm-created'));
  const order = orderOf({ visibility: 'private', inReplyTo: undefined });

  it('writes to the person and gives the id of the message', async () => {
    const { api, calls } = scripted(sent());
    expect(await publishMessage(order, api)).toEqual({ outcome: 'sent', nativeId: '2100000000000001003' });
    const path = `/2/dm_conversations/with/${INES}/messages`;
    expect(calls).toEqual([{ method: 'POST', path, json: { text: 'We look into it.' } }]);
  });

  it('attaches a picture', async () => {
    const { api, calls } = scripted(...uploading(), sent());
    await publishMessage({ ...order, media: [photo] }, api);
    expect(calls[0]?.json).toMatchObject({ media_category: 'dm_image' });
    expect(calls.at(-1)?.json).toEqual({ text: 'We look into it.', attachments: [{ media_id: '9' }] });
  });

  it('cannot be led elsewhere by an id', async () => {
    const { api, calls } = scripted(sent());
    await publishMessage({ ...order, personId: '../tweets' }, api);
    expect(calls[0]?.path).toBe('/2/dm_conversations/with/..%2Ftweets/messages');
  });
});

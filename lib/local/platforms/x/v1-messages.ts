import type { Message } from './messages.ts';
import type { Person } from './people.ts';
import { type Fields, mediaEntity, v1Entities } from './v1-objects.ts';
import { avatarUrl, mediaUrl, renderMessage, userMetrics } from './v2-objects.ts';
import type { World } from './world.ts';

/** A direct message event; both generations of webhook carry this one. */
export function v1Message(world: World, message: Message): Fields {
  const rendered = renderMessage(world, message);
  const media = message.mediaId ? world.media.get(message.mediaId) : undefined;
  const link = rendered.links.at(-1);
  const attachment = media && {
    type: 'media',
    media: mediaEntity(media, mediaUrl(world, media.id), `https://x.com/messages/media/${message.id}`, link),
  };
  return {
    type: 'message_create',
    id: message.id,
    created_timestamp: String(message.createdAt),
    message_create: {
      target: { recipient_id: message.recipientId },
      sender_id: message.senderId,
      message_data: {
        text: rendered.text,
        entities: v1Entities(rendered),
        ...(attachment && { attachment }),
      },
    },
  };
}

/** The recipient of `message` has read up to it. */
export function v1Read(world: World, message: Message): Fields {
  return {
    created_timestamp: String(world.now()),
    sender_id: message.recipientId,
    target: { recipient_id: message.senderId },
    last_read_event_id: message.id,
  };
}

/** The short form of a user in the `users` map beside direct messages. */
export function v1MessageUser(world: World, person: Person): Fields {
  return {
    id: person.id,
    created_timestamp: String(person.createdAt),
    name: person.name,
    screen_name: person.handle,
    protected: false,
    verified: person.verified !== 'none',
    followers_count: person.followers,
    friends_count: person.following,
    statuses_count: userMetrics(world, person).tweet_count,
    profile_image_url_https: avatarUrl(world, person),
  };
}

import type { Refusal } from '../sending.ts';

/** A refusal of this channel, by the last part of its code. */
export function refusal(code: string, explanation: string, advice: string): Refusal {
  return { code: `facebook:${code}`, explanation, advice };
}

const WAITS = 'Its replies wait until then; nothing is lost.';
const TRIES = 'There is nothing to do: it is tried again by itself.';
const HOURLY = 'Hark tries again every hour; its replies wait and nothing is lost.';
const LOOKS = 'Hark looks on Facebook before anything is sent again.';
const RECONNECT = `An admin has to connect the page to Facebook anew. ${WAITS}`;

/** What an agent reads when Facebook does not take something. */
export const refusals = {
  trouble: refusal('trouble', 'Facebook could not be reached.', TRIES),
  noAnswer: refusal('no-answer', 'Facebook did not answer, so nobody knows whether it took this.', LOOKS),
  passing: refusal(
    'passing',
    'Facebook had a failure of its own and may have taken this all the same.',
    LOOKS,
  ),
  duplicate: refusal(
    'duplicate',
    'Facebook has the same words from this page already, and takes no more of them.',
    'Change the words and send it again.',
  ),
  settling: refusal('settling', 'It is not to be seen on Facebook, which may still be at work on it.', LOOKS),
  crowded: refusal(
    'crowded',
    'So much was said since that Hark cannot look through all of it.',
    'Look in Meta Business Suite whether the person got it; if not, send it again.',
  ),
  notDone: refusal('not-done', 'Facebook did not do it.', 'Do it again.'),
  unseen: refusal(
    'unseen',
    'Facebook did not answer, so nobody knows whether it did this.',
    'Look at it on Facebook, or do it again: to do it twice does no harm.',
  ),

  rateLimited: refusal('rate-limited', 'This page made more calls than Facebook allows for now.', TRIES),
  appRateLimited: refusal(
    'app-rate-limited',
    'This app made more calls than Facebook allows for now.',
    TRIES,
  ),
  automation: refusal(
    'automation',
    'An automated flow of the page is asking this person questions.',
    'It is sent when the flow is over, if that is soon. Otherwise end the flow in Meta Business Suite.',
  ),

  notConnected: refusal('not-connected', 'Hark has no token of this page.', RECONNECT),
  tokenDead: refusal('token-dead', 'Facebook no longer accepts the token of this page.', RECONNECT),
  appRemoved: refusal('app-removed', 'Somebody removed the app from the page at Facebook.', RECONNECT),
  checkpoint: refusal(
    'checkpoint',
    'Facebook wants the person who connected this page to confirm who they are.',
    `This person has to sign in at facebook.com and do what it asks for; then ${RECONNECT.charAt(0).toLowerCase()}${RECONNECT.slice(1)}`,
  ),
  passwordChanged: refusal(
    'password-changed',
    'The token of this page ended: whoever connected it changed their password, or Facebook ended the session.',
    RECONNECT,
  ),
  tokenExpired: refusal('token-expired', 'The token of this page has expired.', RECONNECT),
  blocked: refusal(
    'blocked',
    'Facebook has blocked this for some hours or days, because it looked like spam or broke a rule.',
    `An admin should look at Page Quality in Meta Business Suite and object there if it is a mistake. ${HOURLY}`,
  ),
  restricted: refusal(
    'restricted',
    'Facebook does not let this page send messages for a time.',
    `An admin should look at Page Quality in Meta Business Suite and object there if it is a mistake. ${HOURLY}`,
  ),
  abuse: refusal(
    'abuse',
    'Facebook warns that this page sends more than it allows, and may block it.',
    `An admin should find out what sends so much before it goes on. ${HOURLY}`,
  ),
  versionEnded: refusal(
    'version-ended',
    'Facebook no longer answers the version of its API that Hark speaks.',
    `An admin has to update Hark. ${WAITS}`,
  ),

  windowClosed: refusal(
    'window-closed',
    'Facebook takes private messages for 24 hours after the person last wrote, and from a person of ours for 7 days. That is over.',
    'Answer in public, or wait until the person writes again. A public comment of the last 7 days can be answered in private once.',
  ),
  alreadyReplied: refusal(
    'already-replied',
    'This comment has had its one private reply, written here or in Meta Business Suite.',
    'Answer in public, or wait until the person answers that private reply.',
  ),
  notReplyable: refusal(
    'not-replyable',
    'Facebook allows no private reply to this comment: it is gone, too old, or its author takes none.',
    'Answer in public, and ask the person there to write a message to the page.',
  ),
  newsPermission: refusal(
    'news-permission',
    'Facebook lets this page write to people only with its permission for news pages.',
    'An admin has to ask Meta for that permission. Until then answer in public.',
  ),
  unavailable: refusal(
    'person-unavailable',
    'This person cannot be written to: they blocked the page, closed their account or cannot be reached now.',
    'Answer in public if they wrote there.',
  ),
  unknownPerson: refusal(
    'unknown-person',
    'Messenger does not know this person as somebody who wrote to the page.',
    'Answer in public, or invite the person to a private conversation from their comment.',
  ),
  permission: refusal(
    'permission',
    'The app may not do this for the page: a permission or a right on the page is missing.',
    'An admin has to connect the page anew and allow everything that is asked for, then send it again.',
  ),
  gone: refusal(
    'gone',
    'Facebook no longer shows this to us: it was deleted, or the page lost its rights to it.',
    'If the person also wrote elsewhere, answer there.',
  ),
  otherApp: refusal(
    'other-app',
    'Another app is in charge of this conversation.',
    'Answer in Meta Business Suite, or take the conversation over there and send it again.',
  ),
  mediaNotFetched: refusal(
    'media-not-fetched',
    'Facebook could not fetch the picture or film.',
    'Attach it anew and send it again.',
  ),
  mediaRefused: refusal(
    'media-refused',
    'Facebook does not take this picture or film: it is of another kind than it says, too big or too slow to fetch.',
    'Attach a JPEG, PNG or GIF, or an MP4, of at most 25 MB and send it again.',
  ),
  refused: refusal(
    'refused',
    'Facebook refuses this as wrong.',
    'Change the text or the attachments and send it again. If it is refused again, tell an admin.',
  ),
  noEffect: refusal(
    'no-effect',
    'Facebook answered that it was done, but it was not.',
    'Open the comment on Facebook and do it there.',
  ),
} as const satisfies Record<string, Refusal>;

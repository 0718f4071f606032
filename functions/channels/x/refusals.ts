import type { Refusal } from '../sending.ts';

/**
 * What an agent reads when X does not take something, by code. In an advice, `{post}` becomes the address of the message that it is
 * about, and `{compose}` the address where a private message to its author can be written.
 */
function refusal(code: string, explanation: string, advice: string): Refusal {
  return { code: `x:${code}`, explanation, advice };
}

const WAITS = 'Its replies wait until then; nothing is lost.';
const BY_ITSELF = 'There is nothing to do: it is tried again by itself.';
const LOOKS = 'Hark looks on X before anything is sent again.';

export const refusals = {
  notConnected: refusal(
    'not-connected',
    'Hark has no complete token of this X account.',
    `An admin has to connect the account: consumer key, access token and token secret. ${WAITS}`,
  ),
  unauthorized: refusal(
    'unauthorized',
    'X no longer accepts the token of this account: it was revoked, or the keys of the app changed.',
    `An admin has to connect the account to X anew. ${WAITS}`,
  ),
  credits: refusal(
    'credits',
    'The credits of this app are used up, or its spending cap is reached.',
    `An admin has to buy credits or raise the cap in the developer console of X. ${WAITS}`,
  ),
  usageCap: refusal(
    'usage-cap',
    'This app has used all that its plan at X allows for the month.',
    `An admin has to raise the plan in the developer console of X. ${WAITS}`,
  ),
  accountLocked: refusal(
    'account-locked',
    'X has locked or suspended this account.',
    `Open X as this account and do what it asks for. ${WAITS}`,
  ),
  readOnly: refusal(
    'read-only',
    'The token of this account may read only.',
    `An admin has to allow the app to write posts and direct messages, and then to make a new token: an old one keeps its old rights. ${WAITS}`,
  ),
  appRefused: refusal(
    'app-refused',
    'X refuses calls of this app: it has no access to the API at this level.',
    `An admin has to look at the app in the developer console of X. ${WAITS}`,
  ),
  notInTier: refusal(
    'not-in-tier',
    'The access level of this app does not include this action.',
    'Open the post on X and do it there ({post}).',
  ),
  rateLimited: refusal('rate-limited', 'X allows no more such calls for now.', BY_ITSELF),
  trouble: refusal('trouble', 'X could not be reached or had a failure of its own.', BY_ITSELF),
  noAnswer: refusal('no-answer', 'X did not answer, so nobody knows whether it took this.', LOOKS),
  strange: refusal('strange-answer', 'X answered in a way that Hark does not understand.', LOOKS),
  tooMuch: refusal(
    'too-much-to-search',
    'This account wrote so much lately that Hark could not look through all of it.',
    'Open the account on X, see whether the message is there, and then mark it as handled or send it again.',
  ),
  duplicate: refusal(
    'duplicate',
    'X has a post of this account with the same words.',
    'It may be this one: Hark looks. If it is another, change the words and send it again.',
  ),
  notSummoned: refusal(
    'not-summoned',
    'X lets us answer in public only if the author named or quoted this account in the post, and allows answers.',
    'Write to the person in private ({compose}), or open the post on X and answer there ({post}).',
  ),
  parentGone: refusal(
    'parent-gone',
    'The post that this answers was deleted, or its author blocked the account.',
    'If the person also wrote in private, answer there ({compose}).',
  ),
  dmClosed: refusal(
    'dm-closed',
    'This person takes no private messages from this account, or blocked it.',
    'Ask the person in public to write to us first ({post}).',
  ),
  personGone: refusal(
    'person-gone',
    'This person is no longer on X.',
    'Nobody can be answered here any more.',
  ),
  gone: refusal('gone', 'This post is no longer on X.', 'There is nothing left to do to it.'),
  notOurThread: refusal(
    'not-our-thread',
    'X lets us hide only answers in conversations that this account began.',
    'Open the post on X to report it or to block its author ({post}).',
  ),
  mediaRefused: refusal(
    'media-refused',
    'X does not take this picture or film.',
    'Save it as JPEG or PNG (up to 5 MB), GIF (up to 15 MB) or MP4 (up to 512 MB), and attach it anew.',
  ),
  empty: refusal('empty', 'There is nothing to send.', 'Write a text or attach a picture.'),
  tooManyMedia: refusal(
    'too-many-media',
    'X takes up to four pictures, or one moving picture, or one film with a post, and one of them with a private message.',
    'Take some away, or send them one after another.',
  ),
  invitationIsPublic: refusal(
    'invitation-is-public',
    'X has no first private message on our part to an answer: an invitation to private is a public answer with a link.',
    'Invite the person in public, or write a private message.',
  ),
  noLikes: refusal(
    'no-likes',
    'X took likes away from the apps of ordinary customers in April 2026.',
    'Like it on X itself.',
  ),
  noEdits: refusal(
    'no-edits',
    'X lets apps edit no posts or messages of ordinary accounts.',
    'Delete the post and write it anew.',
  ),
  noHiding: refusal(
    'no-hiding',
    'X hides only public answers of others.',
    'A private message is seen by nobody else, and an own post can be deleted.',
  ),
  notOurs: refusal(
    'not-ours',
    'X lets only its author delete a post.',
    'Hide it where it answers us, or report it on X.',
  ),
  privateStays: refusal(
    'private-stays',
    'X takes a private message away from our side only: the person keeps it.',
    'Write a correction instead.',
  ),
  fileUnavailable: refusal('file-unavailable', 'An attached file could not be read just now.', BY_ITSELF),
  stillPreparing: refusal('still-preparing', 'X is still preparing the attached film.', BY_ITSELF),
  forbidden: refusal('forbidden', 'X does not allow this.', 'Open the post on X and try it there ({post}).'),
  refused: refusal(
    'refused',
    'X refuses this as wrong.',
    'Change the text or the attachments and send it again.',
  ),
} as const;

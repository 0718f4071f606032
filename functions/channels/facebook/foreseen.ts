import type { Refusal } from '../sending.ts';
import { refusal } from './refusals.ts';

/** What an agent reads when it is known without asking that Facebook would not take something. */
export const foreseen = {
  empty: refusal('empty', 'There is nothing to send.', 'Write a text or attach a picture.'),
  tooLong: refusal(
    'too-long',
    'The text is longer than Facebook takes.',
    'Shorten it, or send it in numbered parts.',
  ),
  noTarget: refusal(
    'no-target',
    'It is not known which comment or post this answers.',
    'Answer one of the comments of this conversation.',
  ),
  invitationLate: refusal(
    'invitation-late',
    'Facebook allows a private reply within 7 days of a comment, and this one is older.',
    'Answer in public, and ask the person there to write a message to the page.',
  ),
  invitationIsOne: refusal(
    'invitation-is-one',
    'A private reply to a comment is one message, and Messenger sends pictures apart from text.',
    'Send the text alone; the pictures can follow when the person has answered.',
  ),
  neverWrote: refusal(
    'never-wrote',
    'This person has not written to the page yet, and Messenger lets no page write first.',
    'Invite the person to a private conversation from their comment, or answer in public.',
  ),
  humansOnly: refusal(
    'humans-only',
    'The person last wrote more than 24 hours ago; Facebook then takes only what a person of ours writes, until 7 days are over.',
    'Somebody has to write this answer.',
  ),
  mediaUnsupported: refusal(
    'media-unsupported',
    'Facebook does not take files of this kind.',
    'Attach pictures as JPEG, PNG or GIF, and films as MP4.',
  ),
  onePictureInComment: refusal(
    'one-picture',
    'A comment holds one picture.',
    'Attach one, and the others to further answers, or send all of them in private.',
  ),
  noFilmInComment: refusal(
    'no-film',
    'Facebook lets no app attach a film to a comment.',
    'Send the film in private, or put a link to it into the text.',
  ),
  tooManyMedia: refusal(
    'too-many-media',
    'Messenger takes up to 30 pictures in a message, or one film.',
    'Send the others in further messages.',
  ),
  tooManyInPost: refusal(
    'too-many-in-post',
    'A post of a page shows up to ten pictures, or one film.',
    'Leave some out, or make a second post of them.',
  ),
} as const satisfies Record<string, Refusal>;

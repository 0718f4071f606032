import { UnstyledButton } from '@mantine/core';
import { IconLock, IconWorld } from '@tabler/icons-react';
import { memo, type ReactNode, useState } from 'react';
import type { Detail, Message } from '../../api/detail.ts';
import { Moment } from '../../formats/moment.tsx';
import { exactTime } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { messageKinds, conversation as words } from '../../words/conversation.ts';
import { foreign } from '../translation/languages.ts';
import { type TranslatedMessage, TranslateMessage } from '../translation/translate-message.tsx';
import { Approval, Delivery, Trouble } from './delivery.tsx';
import { Media } from './media.tsx';
import { MessageMenu } from './message-menu.tsx';
import styles from './timeline.module.css';
import { TriageChips } from './triage-chips.tsx';
import type { useMessageAction } from './use-message-action.ts';

interface Props {
  conversationId: string;
  message: Message;
  follows: boolean;
  author: string;
  actions: Detail['actions'];
  act: ReturnType<typeof useMessageAction>;
}

/** One message, and what is to be known about it: who sees it, whether it was edited, hidden or deleted, and how far it came. */
export const MessageEntry = memo(function MessageEntry({
  conversationId,
  message,
  follows,
  author,
  actions,
  act,
}: Props) {
  const { direction, visibility, text, attachments, deletedAt, kind, state } = message;
  const isOurs = direction === 'outbound';
  const [kept, setKept] = useState(false);
  const [made, setMade] = useState<TranslatedMessage>();
  // Who edits a message makes its translation one of something else.
  const translated = made?.original === text ? made : undefined;
  const classes = [
    styles.turn,
    isOurs && styles.ours,
    visibility === 'private' && styles.private,
    deletedAt && styles.gone,
    state === 'cancelled' && styles.taken,
    follows && styles.follows,
  ];
  return (
    <article className={classes.filter(Boolean).join(' ')} aria-label={author}>
      {!follows && <Head message={message} author={author} />}
      <div className={styles.line}>
        <div className={styles.bubble}>
          {deletedAt && !kept ? (
            <>
              {isOurs ? words.deletedByUs : words.deletedByAuthor}{' '}
              <UnstyledButton fz={12} td="underline" onClick={() => setKept(true)}>
                {words.deletedKept}
              </UnstyledButton>
            </>
          ) : (
            <>
              {(translated?.shown ? translated.text : text) ||
                (attachments.length === 0 && (messageKinds[kind ?? ''] ?? ''))}
              <Media attachments={attachments} />
            </>
          )}
        </div>
        <div className={styles.tools}>
          <MessageMenu message={message} actions={actions} act={act} />
        </div>
      </div>
      <Foot message={message} act={act}>
        <Translation
          conversationId={conversationId}
          message={message}
          translated={translated}
          onTranslated={setMade}
        />
      </Foot>
      <Trouble message={message} act={act} />
      <Approval message={message} act={act} />
    </article>
  );
});

function Head({ message, author: name }: Pick<Props, 'message' | 'author'>) {
  const { visibility, at, outbound, author } = message;
  const isPrivate = visibility === 'private';
  const Icon = isPrivate ? IconLock : IconWorld;
  return (
    <div className={styles.meta}>
      <span className={styles.author}>{name}</span>
      <span className={`${styles.seen} ${isPrivate ? styles.privately : ''}`}>
        <Icon size={13} aria-hidden />
        {isPrivate ? words.private : words.public}
      </span>
      {outbound?.automatic && <span>{words.automatic}</span>}
      {outbound?.invitation && <span>{words.invitation}</span>}
      {!outbound && author.agentId === undefined && name === words.us && <span>{words.outsideHark}</span>}
      <Moment at={at} />
    </div>
  );
}

/** What a customer wrote in another language than the agent's can be read in that, where somebody switched it on. */
function Translation({
  message: { direction, text, deletedAt, triage },
  ...rest
}: Pick<Props, 'conversationId' | 'message'> & {
  translated: TranslatedMessage | undefined;
  onTranslated: (translated: TranslatedMessage) => void;
}) {
  const { me } = useDesk();
  const language = foreign(triage?.language, navigator.language);
  const isOffered = me.features?.writing === true && direction === 'inbound' && !deletedAt && text !== '';
  return isOffered && language !== undefined ? (
    <TranslateMessage text={text} language={language} {...rest} />
  ) : null;
}

/** The small print under a message. */
function Foot({ message, act, children }: Pick<Props, 'message' | 'act'> & { children: ReactNode }) {
  const { direction, editedAt, earlierTexts = [], hidden, likedByUs, engagement, kind, text } = message;
  const [before, setBefore] = useState(false);
  const { likes = 0, shares = 0 } = engagement ?? {};
  return (
    <>
      <div className={styles.foot}>
        {editedAt && (
          <UnstyledButton
            fz={12}
            c="dimmed"
            td={earlierTexts.length > 0 ? 'underline' : undefined}
            title={exactTime(editedAt)}
            aria-expanded={before}
            onClick={() => setBefore(!before)}
          >
            {words.edited}
          </UnstyledButton>
        )}
        {hidden && <span>{words.hidden}</span>}
        {likedByUs && <span>{words.likedByUs}</span>}
        {likes > 0 && <span>{words.likes(likes)}</span>}
        {shares > 0 && <span>{words.shares(shares)}</span>}
        {kind && text && <span>{messageKinds[kind]}</span>}
        {direction === 'inbound' && <TriageChips message={message} />}
        {children}
        {direction === 'outbound' && <Delivery message={message} act={act} />}
      </div>
      {before &&
        earlierTexts.map((earlier) => (
          <blockquote key={earlier.until} className={styles.before}>
            {earlier.text}
            <br />
            <small>
              {words.until('')}
              <Moment at={earlier.until} />
            </small>
          </blockquote>
        ))}
    </>
  );
}

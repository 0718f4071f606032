import '@mantine/core/styles/Menu.css';
import { ActionIcon, Button, FileButton, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconMessageBolt, IconPaperclip } from '@tabler/icons-react';
import { lazy, memo, Suspense, useEffect, useState } from 'react';
import type { Detail } from '../../api/detail.ts';
import { secondsTo, spell } from '../../formats/time.ts';
import { useWordsOfNow } from '../../formats/use-words-of-now.ts';
import { reply as words } from '../../words/reply.ts';
import { type Draft, type Mode, takesFiles } from './draft.ts';
import styles from './reply.module.css';
import { lengthOf, loadWeights, needsWeights } from './text-length.ts';
import type { Sending } from './use-send.ts';

const TimeDialog = lazy(() => import('../conversation/time-dialog.tsx'));

interface Props {
  detail: Detail;
  draft: Draft;
  mode: Mode;
  busy: boolean;
  online: boolean;
  onSend: (how?: Partial<Sending>) => void;
  onFiles: (files: File[]) => void;
  onSlash: () => void;
}

/** Below the text: files, saved replies, how much still fits, how long one may still write, and the button. */
export const SendBar = memo(function SendBar({
  detail,
  draft,
  mode,
  busy,
  online,
  onSend,
  onFiles,
  onSlash,
}: Props) {
  const [scheduling, setScheduling] = useState(false);
  const { length, limit } = useLength(detail, draft.text, mode);
  const isTooLong = limit !== undefined && length > limit;
  const isReply = takesFiles(mode);
  const isEmpty = draft.text.trim() === '' && draft.files.length === 0;
  const isLoading = draft.files.some(({ state }) => state === 'uploading');
  const disabled = isEmpty || isLoading || !online;
  const label = isTooLong
    ? words.split(Math.ceil(length / Math.max(1, limit - 8)))
    : { note: words.sendNote, invite: words.sendInvite, public: words.send, private: words.send }[mode];
  return (
    <div className={styles.bottom}>
      {isReply && (
        <>
          <FileButton onChange={onFiles} accept="image/*,video/*" multiple>
            {(button) => (
              <Tooltip label={words.attach}>
                <ActionIcon {...button} aria-label={words.attach}>
                  <IconPaperclip size={17} aria-hidden />
                </ActionIcon>
              </Tooltip>
            )}
          </FileButton>
          <Tooltip label={words.saved}>
            <ActionIcon aria-label={words.saved} onClick={onSlash}>
              <IconMessageBolt size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
      <span className={styles.space} />
      {mode === 'private' && detail.window && <Countdown endsAt={detail.window.humanEndsAt} />}
      {limit !== undefined && draft.text !== '' && (
        <span
          className={`${styles.count} ${isTooLong ? styles.over : ''}`}
          title={words.count(length, limit)}
          aria-label={words.count(length, limit)}
          role="status"
        >
          {words.countShort(limit - length)}
        </span>
      )}
      <Button.Group>
        <Tooltip label={words.sendHint}>
          <Button
            disabled={disabled}
            loading={busy}
            onClick={() => onSend(isTooLong && isReply ? { split: true } : {})}
          >
            {label}
          </Button>
        </Tooltip>
        {isReply && (
          <Menu>
            <Menu.Target>
              <Button px={6} disabled={disabled || busy} aria-label={words.more}>
                <IconChevronDown size={15} aria-hidden />
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setScheduling(true)}>{words.schedule}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Button.Group>
      {scheduling && (
        <Suspense>
          <TimeDialog
            title={words.scheduleTitle}
            label={words.scheduleWhen}
            yes={words.scheduleYes}
            teamId={detail.teamId}
            onClose={() => setScheduling(false)}
            onChosen={(scheduledAt) => onSend({ scheduledAt })}
          />
        </Suspense>
      )}
    </div>
  );
});

/** How long the text is for its channel, and how much fits; a note may have any length. */
function useLength(
  { limits }: Detail,
  text: string,
  mode: Mode,
): { length: number; limit: number | undefined } {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    if (limits && needsWeights(limits)) void loadWeights().then(() => setLoaded(true));
  }, [limits]);
  if (!limits || mode === 'note' || mode === 'invite') return { length: text.length, limit: undefined };
  return { length: lengthOf(text, limits.counts[mode]), limit: limits.text[mode] };
}

function Countdown({ endsAt }: { endsAt: string }) {
  const text = useWordsOfNow((now) => {
    const left = secondsTo(endsAt, now);
    return left > 0 ? words.window(spell(left)) : words.windowClosed;
  });
  return <span className={styles.count}>{text}</span>;
}

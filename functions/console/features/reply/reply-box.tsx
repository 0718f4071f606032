import {
  lazy,
  memo,
  Suspense,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Detail } from '../../api/detail.ts';
import { deviceTime, onSecond } from '../../browser/clock.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { dayAndHour, secondsTo } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { useHeld } from '../../shell/held.ts';
import { tellDone } from '../../shell/toasts.tsx';
import { useOnline } from '../../shell/use-online.ts';
import { conversation } from '../../words/conversation.ts';
import { reply as words } from '../../words/reply.ts';
import { useMessageAction } from '../conversation/use-message-action.ts';
import { nameOf } from '../inbox/person-name.ts';
import { channelName } from '../inbox/views.ts';
import { customerLanguage } from '../translation/languages.ts';
import { CoachHints, type Promises } from './coach-hints.tsx';
import { type Draft, type Mode, writtenSince } from './draft.ts';
import { draftOf } from './drafts.ts';
import { DropFiles } from './drop-files.tsx';
import { FileChips } from './file-chips.tsx';
import { ModeSwitch } from './mode-switch.tsx';
import { defaultMode, isWindowClosed, modesOf, type OfferedMode } from './modes.ts';
import styles from './reply.module.css';
import { SendBar } from './send-bar.tsx';
import { changedMeanwhile, doubtsOf, type Sending, useSend } from './use-send.ts';
import { useTellTyping } from './use-tell-typing.ts';
import { useUploads } from './use-uploads.ts';
import { WritingField } from './writing-field.tsx';

const TranslateDraft = lazy(() => import('../translation/translate-draft.tsx'));
const SendingProblem = lazy(() => import('./sending-problem.tsx'));

/** Where an answer is written: to everybody, to the person, or to one's colleagues. */
export const ReplyBox = memo(function ReplyBox({ detail }: { detail: Detail }) {
  const held = draftOf(detail.id, useDesk().me.id);
  const draft = useHeld(held);
  const field = useRef<HTMLTextAreaElement>(null);
  const modes = useModes(detail);
  const wanted = modes.find((one) => one.mode === draft.mode && one.why === undefined);
  const mode = wanted?.mode ?? defaultMode(detail, modes);
  const uploads = useUploads(held, detail.channel);
  const { send, sendWith, error, dismiss, isPending } = useSending(detail, mode);
  const [found, setFound] = useState<Promises>([]);
  const [dropped, setDropped] = useState<string[]>([]);
  const online = useOnline();
  const theirs = useTheirLanguage(detail);
  useTellTyping(detail, draft.text, mode);
  const name = nameOf(detail.contact);
  const submit = useLatest((how: Partial<Sending> = {}) =>
    send({ ...how, ...(found.length > 0 && { promises: kept(found, dropped) }) }),
  );
  const addFiles = useLatest((files: File[]) =>
    uploads.add(files, mode === 'private' ? 'private' : 'public'),
  );
  const drop = useCallback((text: string) => setDropped((before) => [...before, text]), []);
  const beginSaved = useCallback(() => {
    const { text } = held.get();
    held.set({ ...held.get(), text: text === '' || text.endsWith(' ') ? `${text}/` : `${text} /` });
    field.current?.focus();
  }, [held]);
  // The letters come first, then what is said about them.
  const calm = useDeferredValue(draft);
  const setMode = useCallback(
    (next: Mode) => {
      held.set({ ...held.get(), mode: next });
      field.current?.focus();
    },
    [held],
  );
  const group = 'reply' as const;
  useCommands([
    { id: 'reply', title: conversation.keys.reply, group, keys: 'r', run: () => setMode('public') },
    { id: 'private', title: conversation.keys.privately, group, keys: 'p', run: () => setMode('private') },
    { id: 'note', title: conversation.keys.note, group, keys: 'n', run: () => setMode('note') },
  ]);
  const needsAsking = changedMeanwhile(error) !== undefined || doubtsOf(error) !== undefined;
  return (
    <section className={`${styles.box} ${styles[mode] ?? ''}`} aria-label={words.label}>
      <ModeSwitch modes={modes} mode={mode} sees={seesWords(mode, detail, name)} onChange={setMode} />
      <WritingField
        detail={detail}
        draft={draft}
        mode={mode}
        placeholder={placeholderOf(mode, name)}
        field={field}
        onDraft={(next) => held.set(next)}
        onSend={() => submit()}
        onFiles={addFiles}
      />
      <DropFiles mode={mode} onFiles={addFiles} />
      <FileChips files={draft.files} onRemove={uploads.remove} />
      {theirs !== undefined && mode !== 'note' && (
        <Suspense>
          <TranslateDraft
            conversationId={detail.id}
            draft={calm}
            language={theirs}
            onDraft={(change) => held.set({ ...held.get(), ...change })}
          />
        </Suspense>
      )}
      {error !== undefined && !needsAsking && (
        <div className={styles.problem} role="alert">
          {error instanceof Error ? error.message : String(error)}
        </div>
      )}
      <CoachHints
        conversationId={detail.id}
        text={calm.text}
        mode={mode}
        dropped={dropped}
        onPromises={setFound}
        onDrop={drop}
      />
      <SendBar
        detail={detail}
        draft={calm}
        mode={mode}
        busy={isPending}
        online={online}
        onSend={submit}
        onFiles={addFiles}
        onSlash={beginSaved}
      />
      {needsAsking && (
        <Suspense>
          <SendingProblem error={error} onClose={dismiss} onSend={sendWith} />
        </Suspense>
      )}
    </section>
  );
});

/** The ways to answer now; the same ones until others are there, so that no letter draws them again. */
function useModes(detail: Detail): OfferedMode[] {
  const isClosed = useSyncExternalStore(onSecond, () => isWindowClosed(detail, deviceTime()));
  return useMemo(() => modesOf(detail, isClosed), [detail, isClosed]);
}

/** The language into which answers may have to be put; undefined where it is the agent's own, or nobody switched translating on. */
function useTheirLanguage({ messages }: Detail): string | undefined {
  const { me } = useDesk();
  const language = useMemo(() => customerLanguage(messages, navigator.language), [messages]);
  return me.features?.writing === true ? language : undefined;
}

/** One function for good that does what the latest one does, so that what gets it is not drawn again for it. */
function useLatest<A extends unknown[]>(run: (...given: A) => void): (...given: A) => void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...given: A) => latest.current(...given), []);
}

/** The promises with a time that the writer did not drop. One without a time cannot be watched over. */
function kept(found: Promises, dropped: readonly string[]): { text: string; dueAt: string }[] {
  return found.flatMap(({ text, dueAt }) => (dueAt && !dropped.includes(text) ? [{ text, dueAt }] : []));
}

/** Sends the draft, says when it leaves, and offers to take it back until then. */
function useSending(detail: Detail, mode: Mode) {
  const held = draftOf(detail.id, useDesk().me.id);
  const sending = useSend(detail);
  const undo = useMessageAction(detail.id);
  const last = useRef<Partial<Sending>>({});
  const { mutate, reset } = sending;
  function send(how: Partial<Sending>): void {
    const draft = held.get();
    if (isEmpty(draft) || sending.isPending) return;
    last.current = how;
    mutate(
      { ...how, draft, mode },
      {
        onSuccess({ message }) {
          held.set(writtenSince(held.get(), draft));
          if (!message) return void tellDone(words.noted);
          const takeBack = () =>
            undo.mutate(
              { id: message.id, action: 'undo' },
              { onSuccess: () => isEmpty(held.get()) && held.set(draft) },
            );
          tellDone(...leaving(message, takeBack));
        },
      },
    );
  }
  useEffect(() => reset, [reset]);
  return {
    send,
    sendWith: (how: Partial<Sending>) => send({ ...last.current, ...how }),
    error: sending.error ?? undefined,
    dismiss: reset,
    isPending: sending.isPending,
  };
}

function leaving(
  { state, outbound }: { state: string; outbound?: { leavesAt: string } | undefined },
  takeBack: () => void,
): Parameters<typeof tellDone> {
  if (state === 'awaiting-approval') return [words.awaiting];
  if (!outbound) return [words.send];
  const left = Math.max(1, Math.round(secondsTo(outbound.leavesAt, deviceTime())));
  if (state === 'scheduled')
    return [words.scheduled(dayAndHour(outbound.leavesAt)), { run: takeBack, milliseconds: 10_000 }];
  return [words.sentIn(left), { run: takeBack, milliseconds: left * 1000 }];
}

const isEmpty = ({ text, files }: Draft): boolean => text.trim() === '' && files.length === 0;

function seesWords(mode: Mode, { channel }: Detail, name: string): string {
  if (mode === 'public') return words.sees.public(channelName(channel));
  if (mode === 'note') return words.sees.note;
  if (mode === 'invite') return words.sees.invite(name);
  return words.sees.private(name);
}

function placeholderOf(mode: Mode, name: string): string {
  return mode === 'note' ? words.placeholder.note : words.placeholder[mode](name);
}

import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import type { Detail } from '../../api/detail.ts';
import { colleaguesQuery, savedRepliesQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { reply as words } from '../../words/reply.ts';
import { type Draft, type Mode, takesFiles } from './draft.ts';
import { fillPlaceholders, openWord } from './placeholders.ts';
import styles from './reply.module.css';
import { pastAnswersQuery } from './suggestions.ts';

interface Option {
  id: string;
  title: string;
  text: string;
}

/** How many offers are shown at once. */
const MOST = 7;

interface Props {
  detail: Detail;
  draft: Draft;
  mode: Mode;
  placeholder: string;
  field: RefObject<HTMLTextAreaElement | null>;
  onDraft: (draft: Draft) => void;
  onSend: () => void;
  onFiles: (files: File[]) => void;
}

/** Where the answer is written. `/` offers saved replies and earlier answers, and in notes `@` offers colleagues. */
export function WritingField({ detail, draft, mode, placeholder, field, onDraft, onSend, onFiles }: Props) {
  const { me } = useDesk();
  const [caret, setCaret] = useState(0);
  const sign = mode === 'note' ? '@' : '/';
  const word = openWord(draft.text, caret, sign);
  const options = useOptions(detail, sign, word?.typed);
  const combobox = useCombobox();
  const isOffering = word !== undefined && options.length > 0;
  const shown = options.map(({ id }) => id).join(' ');
  const { selectFirstOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its first line again
  useEffect(() => {
    if (isOffering) selectFirstOption();
  }, [shown, isOffering]);
  const choose = (id: string) => {
    const option = options.find((one) => one.id === id);
    if (!option || !word) return;
    const { name, handle } = detail.contact;
    const inserted =
      sign === '@' ? `@${option.title} ` : fillPlaceholders(option.text, { name, handle, agent: me.name });
    const text = draft.text.slice(0, word.start) + inserted + draft.text.slice(caret);
    const mentions = sign === '@' ? [...draft.mentions, { id, name: option.title }] : draft.mentions;
    onDraft({ ...draft, text, mentions });
    const at = word.start + inserted.length;
    setCaret(at);
    combobox.closeDropdown();
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  };
  const follow = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) =>
    setCaret(currentTarget.selectionStart);
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start" width="target" offset={4}>
      <Combobox.Target withKeyboardNavigation={isOffering}>
        <Textarea
          ref={field}
          variant="unstyled"
          autosize
          minRows={2}
          maxRows={10}
          aria-label={words.label}
          placeholder={placeholder}
          classNames={{ input: styles.input ?? '' }}
          value={draft.text}
          onChange={(event) => {
            onDraft({ ...draft, text: event.currentTarget.value });
            follow(event);
            const { value, selectionStart } = event.currentTarget;
            // Making the list ready takes a while, and most letters belong to no word that it would offer for.
            if (openWord(value, selectionStart, sign)) combobox.openDropdown();
          }}
          onPaste={(event) => {
            const { types, files } = event.clipboardData;
            // A spreadsheet puts a picture beside the words of its cells; whoever writes means the words.
            if (files.length === 0 || types.includes('text/plain') || !takesFiles(mode)) return;
            event.preventDefault();
            onFiles([...files]);
          }}
          onSelect={follow}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            const withControl = event.ctrlKey || event.metaKey;
            if (event.key === 'Enter' && withControl) {
              event.preventDefault();
              onSend();
            }
            // The list draws itself a moment after it opens; Enter means its first line from the start.
            const isChosen = !withControl && isOffering && combobox.dropdownOpened;
            if (event.key === 'Enter' && isChosen && combobox.getSelectedOptionIndex() < 0) {
              event.preventDefault();
              choose(options[0]?.id ?? '');
            }
            if (event.key === 'Escape') {
              event.stopPropagation();
              if (isOffering && combobox.dropdownOpened) combobox.closeDropdown();
              else event.currentTarget.blur();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isOffering}>
        <Combobox.Options aria-label={sign === '@' ? words.people : words.saved}>
          {options.map(({ id, title, text }) => (
            <Combobox.Option key={id} value={id}>
              <span className={styles.optionTitle}>{title}</span>
              {text && <span className={styles.optionText}>{text}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** How long after the last letter the desk is asked for what it answered before, in milliseconds. */
const PAUSE = 350;

function useOptions(detail: Detail, sign: '/' | '@', typed: string | undefined): Option[] {
  const { client, me } = useDesk();
  const { data: replies = [] } = useQuery(savedRepliesQuery(client));
  const { data: agents = [] } = useQuery(colleaguesQuery(client));
  const [settled] = useDebouncedValue(typed, PAUSE);
  const { data: past = [] } = useQuery({
    ...pastAnswersQuery(client, detail.id, settled ?? ''),
    enabled: sign === '/' && typed !== undefined && settled !== undefined,
  });
  if (typed === undefined) return [];
  const wanted = typed.toLocaleLowerCase();
  const fits = ({ title, text }: Option) => `${title}\n${text}`.toLocaleLowerCase().includes(wanted);
  if (sign === '@') {
    const others = agents.filter(({ id }) => id !== me.id);
    return others
      .map(({ id, name }) => ({ id, title: name, text: '' }))
      .filter(fits)
      .slice(0, MOST);
  }
  const saved = replies.filter(
    ({ channel, teamId }) =>
      (!channel || channel === detail.channel) && (!teamId || teamId === detail.teamId),
  );
  const own = saved.filter(fits).slice(0, MOST);
  return [...own, ...past.slice(0, MOST - own.length)];
}

import '@mantine/core/styles/Combobox.css';
import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import type { Detail } from '../../api/detail.ts';
import { colleaguesQuery, savedRepliesQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { reply as words } from '../../words/reply.ts';
import type { Draft, Mode } from './drafts.ts';
import { fillPlaceholders, openWord } from './placeholders.ts';
import styles from './reply.module.css';

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
}

/** Where the answer is written. `/` offers saved replies, and in notes `@` offers colleagues. */
export function WritingField({ detail, draft, mode, placeholder, field, onDraft, onSend }: Props) {
  const { me } = useDesk();
  const [caret, setCaret] = useState(0);
  const sign = mode === 'note' ? '@' : '/';
  const word = openWord(draft.text, caret, sign);
  const options = useOptions(detail, sign, word?.typed);
  const combobox = useCombobox();
  const isOffering = word !== undefined && options.length > 0;
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
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onSelect={follow}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              onSend();
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

function useOptions(detail: Detail, sign: '/' | '@', typed: string | undefined): Option[] {
  const { client, me } = useDesk();
  const { data: replies = [] } = useQuery(savedRepliesQuery(client));
  const { data: agents = [] } = useQuery(colleaguesQuery(client));
  if (typed === undefined) return [];
  const wanted = typed.toLocaleLowerCase();
  const all: Option[] =
    sign === '@'
      ? agents.filter(({ id }) => id !== me.id).map(({ id, name }) => ({ id, title: name, text: '' }))
      : replies
          .filter(({ channel, teamId }) =>
            !channel || channel === detail.channel ? !teamId || teamId === detail.teamId : false,
          )
          .map(({ id, title, text }) => ({ id, title, text }));
  return all
    .filter(({ title, text }) => `${title} ${text}`.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
}

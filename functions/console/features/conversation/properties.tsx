import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Detail } from '../../api/detail.ts';
import { Priority } from '../../api/row.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { colleaguesQuery, tagsQuery, teamsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellDone } from '../../shell/toasts.tsx';
import { conversation } from '../../words/conversation.ts';
import { priorities } from '../../words/inbox.ts';
import styles from './conversation.module.css';
import type { Change } from './use-change.ts';

const words = conversation.side;
export const ownerField = 'conversation-owner';
const tagField = 'conversation-tag';

/** Who has it, how pressing it is and what it is about; all of it can be changed where it stands. */
export function Properties({ detail, onChange }: { detail: Detail; onChange: (change: Change) => void }) {
  const { client, me } = useDesk();
  const { data: agents = [] } = useQuery(colleaguesQuery(client));
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const { ownerId, teamId, priority, tags } = detail;
  const others = agents.filter(({ id }) => id !== me.id);
  const owners = [
    { value: '', label: words.nobody },
    { value: me.id, label: words.me },
    ...others.map(({ id, name }) => ({ value: id, label: name })),
  ];
  if (ownerId && !owners.some(({ value }) => value === ownerId))
    owners.push({ value: ownerId, label: detail.ownerName ?? ownerId });
  const teamName = (id: string) => teams.find((team) => team.id === id)?.name ?? id;
  const teamIds = [...new Set([teamId, ...teams.map(({ id }) => id)])];
  return (
    <dl className={styles.properties}>
      <dt>
        <label htmlFor={ownerField}>{words.owner}</label>
      </dt>
      <dd>
        <NativeSelect
          id={ownerField}
          size="xs"
          value={ownerId ?? ''}
          data={owners}
          onChange={({ currentTarget: { value } }) => {
            onChange({ ownerId: value === '' ? null : value });
            const name = owners.find((owner) => owner.value === value)?.label ?? value;
            tellDone(conversation.head.assignedDone(name));
          }}
        />
      </dd>
      <dt>
        <label htmlFor="conversation-team">{words.team}</label>
      </dt>
      <dd>
        <NativeSelect
          id="conversation-team"
          size="xs"
          value={teamId}
          data={teamIds.map((value) => ({ value, label: teamName(value) }))}
          onChange={({ currentTarget: { value } }) => {
            onChange({ teamId: value });
            tellDone(conversation.head.teamDone(teamName(value)));
          }}
        />
      </dd>
      <dt>
        <label htmlFor="conversation-priority">{words.priority}</label>
      </dt>
      <dd>
        <NativeSelect
          id="conversation-priority"
          size="xs"
          value={priority}
          data={Priority.options.map((value) => ({ value, label: priorities[value] ?? value }))}
          onChange={({ currentTarget: { value } }) => {
            const chosen = Priority.safeParse(value).data;
            if (chosen) onChange({ priority: chosen });
          }}
        />
      </dd>
      <dt>{words.tags}</dt>
      <dd>
        <Tags tags={tags} onChange={(next) => onChange({ tags: next })} />
      </dd>
    </dl>
  );
}

function Tags({ tags, onChange }: { tags: string[]; onChange: (tags: string[]) => void }) {
  const { client } = useDesk();
  const { data: known = [] } = useQuery(tagsQuery(client));
  const [text, setText] = useState('');
  useCommands([
    {
      id: 'tag',
      title: conversation.keys.tag,
      group: 'conversation',
      keys: 't',
      run: () => document.getElementById(tagField)?.focus(),
    },
  ]);
  const add = () => {
    const tag = text.trim();
    setText('');
    if (tag !== '' && !tags.includes(tag)) onChange([...tags, tag]);
  };
  return (
    <div className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          <CloseButton
            size={16}
            iconSize={12}
            aria-label={words.removeTag(tag)}
            onClick={() => onChange(tags.filter((other) => other !== tag))}
          />
        </span>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextInput
          id={tagField}
          size="xs"
          list="known-tags"
          autoComplete="off"
          placeholder={words.addTag}
          aria-label={words.addTag}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={add}
        />
        <datalist id="known-tags">
          {known.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </form>
    </div>
  );
}

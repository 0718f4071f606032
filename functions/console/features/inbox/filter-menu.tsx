import { ActionIcon, Button, Indicator, NativeSelect, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { colleaguesQuery, tagsQuery, teamsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { tellDone } from '../../shell/toasts.tsx';
import { inbox, reasons } from '../../words/inbox.ts';
import styles from './filter-menu.module.css';
import { countFilters, type InboxQuery, writeFilters } from './inbox-query.ts';
import { useSavedViews } from './saved-views.ts';
import type { Place } from './use-views.ts';
import { channelName } from './views.ts';

const words = inbox.filters;

/** What else to narrow the list by, and the way to keep that as a view of one's own. */
export function FilterMenu({ place }: { place: Place }) {
  const [open, setOpen] = useState(false);
  const count = countFilters(place.filters);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={260} trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label={inbox.filter}>
          <Indicator label={count} size={15} disabled={count === 0} offset={4}>
            <ActionIcon aria-label={inbox.filter} aria-expanded={open} onClick={() => setOpen(!open)}>
              <IconFilter size={17} aria-hidden />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Filters place={place} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Filters({ place, onDone }: { place: Place; onDone: () => void }) {
  const { client } = useDesk();
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const { data: agents = [] } = useQuery(colleaguesQuery(client));
  const { data: tags = [] } = useQuery(tagsQuery(client));
  const { filters, setFilters } = place;
  const choice = (
    name: Exclude<keyof InboxQuery, 'status' | 'unanswered' | 'mentioned' | 'spam' | 'q'>,
    label: string,
    every: string,
    options: { value: string; label: string }[],
  ) =>
    options.length > 0 && (
      <NativeSelect
        size="xs"
        label={label}
        value={filters[name] ?? ''}
        data={[{ value: '', label: every }, ...options]}
        onChange={({ currentTarget }) => setFilters({ ...filters, [name]: currentTarget.value || undefined })}
      />
    );
  return (
    <div className={styles.filters}>
      {choice(
        'channel',
        words.channel,
        words.anyChannel,
        ['facebook', 'x'].map((value) => ({ value, label: channelName(value) })),
      )}
      {choice(
        'reason',
        words.reason,
        words.anyReason,
        Object.entries(reasons).map(([value, label]) => ({ value, label })),
      )}
      {choice(
        'team',
        words.team,
        words.anyTeam,
        teams.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choice('owner', words.owner, words.anyOwner, [
        { value: 'me', label: words.me },
        { value: 'none', label: words.nobody },
        ...agents.map(({ id, name }) => ({ value: id, label: name })),
      ])}
      {choice(
        'tag',
        words.tag,
        words.anyTag,
        tags.map(({ name }) => ({ value: name, label: name })),
      )}
      {writeFilters(filters) !== '' && (
        <>
          <Button variant="default" onClick={() => setFilters({})}>
            {words.clear}
          </Button>
          <SaveView search={writeFilters({ ...place.view.query, ...filters })} onDone={onDone} />
        </>
      )}
    </div>
  );
}

function SaveView({ search, onDone }: { search: string; onDone: () => void }) {
  const { save } = useSavedViews();
  const [name, setName] = useState('');
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        save(name.trim(), search);
        tellDone(inbox.saveViewDone);
        onDone();
      }}
    >
      <TextInput
        label={inbox.saveView}
        placeholder={inbox.saveViewName}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {inbox.save}
      </Button>
    </form>
  );
}

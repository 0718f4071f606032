import { ActionIcon, CloseButton, TextInput, Tooltip } from '@mantine/core';
import { IconMenu2, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useCommands } from '../../commands/use-commands.ts';
import { menuOpen } from '../../shell/overlays.ts';
import { desk } from '../../words/desk.ts';
import { inbox, reasons } from '../../words/inbox.ts';
import { FilterMenu } from './filter-menu.tsx';
import styles from './inbox.module.css';
import type { InboxQuery } from './inbox-query.ts';
import { type Place, useCounts } from './use-views.ts';
import { channelName, countOf } from './views.ts';

/** How long after the last letter the search begins, in milliseconds. */
const TYPING_PAUSE = 300;

/** What the list shows and what lies over it: the view's name, the search, and the filters. */
export function ListHead({ place }: { place: Place }) {
  const { view, filters, setFilters } = place;
  const counts = useCounts();
  const count = countOf(view, counts);
  return (
    <div className={styles.head}>
      <div className={styles.titleLine}>
        <ActionIcon className={styles.menuButton} aria-label={desk.menu} onClick={() => menuOpen.set(true)}>
          <IconMenu2 size={18} aria-hidden />
        </ActionIcon>
        <h1 className={styles.title}>
          {view.label}
          {count !== undefined && <span className={styles.titleCount}>{count}</span>}
        </h1>
        <FilterMenu place={place} />
      </div>
      <Search key={view.id} value={filters.q ?? ''} onSearch={(q) => setFilters({ ...filters, q })} />
      <Chips filters={filters} onChange={setFilters} />
    </div>
  );
}

function Search({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => search.current(text), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  useCommands([
    {
      id: 'search',
      title: inbox.keys.search,
      group: 'list',
      keys: '/',
      run: () => field.current?.focus(),
    },
  ]);
  return (
    <TextInput
      ref={field}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') onSearch(text);
        if (key === 'Escape') {
          setText('');
          onSearch('');
          currentTarget.blur();
        }
      }}
      placeholder={inbox.search}
      aria-label={inbox.search}
      type="search"
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSection={
        text && (
          <CloseButton
            size="xs"
            aria-label={inbox.clearSearch}
            onClick={() => {
              setText('');
              onSearch('');
            }}
          />
        )
      }
    />
  );
}

function Chips({ filters, onChange }: { filters: InboxQuery; onChange: (filters: InboxQuery) => void }) {
  const { channel, team, owner, reason, tag } = filters;
  const shown = Object.entries({
    channel: channel && channelName(channel),
    team,
    owner: owner && ({ me: inbox.filters.me, none: inbox.filters.nobody }[owner] ?? owner),
    reason: reason && (reasons[reason] ?? reason),
    tag,
  }).flatMap(([name, label]) => (label ? [{ name, label }] : []));
  if (shown.length === 0) return null;
  return (
    <div className={styles.chips}>
      {shown.map(({ name, label }) => (
        <span key={name} className={styles.chip}>
          {label}
          <Tooltip label={inbox.filters.clear}>
            <CloseButton
              size={16}
              icon={<IconX size={12} aria-hidden />}
              aria-label={`${inbox.filters.clear}: ${label}`}
              onClick={() => onChange({ ...filters, [name]: undefined })}
            />
          </Tooltip>
        </span>
      ))}
    </div>
  );
}

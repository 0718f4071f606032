import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/spotlight/styles.css';
import { Kbd, Modal } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useMemo } from 'react';
import type { Command } from '../commands/registry.ts';
import { useCommandList } from '../commands/use-commands.ts';
import { desk } from '../words/desk.ts';
import styles from './command-dialogs.module.css';
import { useHeld } from './held.ts';
import { commandList } from './overlays.ts';

/** The command bar, and the list of keys. */
export default function CommandDialogs() {
  const shown = useHeld(commandList);
  const commands = useCommandList();
  return (
    <>
      <Bar commands={commands} opened={shown === 'bar'} />
      <Modal
        opened={shown === 'keys'}
        onClose={() => commandList.set(undefined)}
        title={desk.commands.keysTitle}
        closeButtonProps={{ 'aria-label': desk.close }}
        size="lg"
      >
        <KeyList commands={commands} />
      </Modal>
    </>
  );
}

function Bar({ commands, opened }: { commands: readonly Command[]; opened: boolean }) {
  const [store, actions] = useMemo(() => createSpotlight(), []);
  useEffect(() => {
    if (opened) actions.open();
  }, [opened, actions]);
  const offered = unique(commands).filter(({ keysOnly }) => !keysOnly);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      lockScroll={false}
      attributes={{ content: { 'aria-label': desk.commands.title } }}
      onSpotlightClose={() => commandList.set(undefined)}
      nothingFound={desk.commands.nothing}
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{ placeholder: desk.commands.search, 'aria-label': desk.commands.search }}
      actions={groupsOf(offered).map(([group, members]) => ({
        group: desk.commands.groups[group],
        actions: members.map(({ id, title, keys, run }) => ({
          id,
          label: title,
          rightSection: keys ? <Keys keys={keys} /> : undefined,
          // The bar gives the focus back first, so that a command may take it.
          onClick: () => setTimeout(run),
        })),
      }))}
    />
  );
}

function KeyList({ commands }: { commands: readonly Command[] }) {
  const withKeys = unique(commands).filter(({ keys }) => keys !== undefined);
  return (
    <div className={styles.groups}>
      {groupsOf(withKeys).map(([group, members]) => (
        <section key={group}>
          <h2 className={styles.heading}>{desk.commands.groups[group]}</h2>
          <dl className={styles.list}>
            {members.map(({ id, title, keys = '' }) => (
              <div key={id} className={styles.entry}>
                <dt>{title}</dt>
                <dd>
                  <Keys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Keys({ keys }: { keys: string }) {
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((key, index) => (
        <span key={key} className={styles.keys}>
          {index > 0 && <span className={styles.then}>{desk.commands.afterwards}</span>}
          <Kbd size="xs">{key.replace('mod+', 'Ctrl ').replace('alt+', 'Alt ')}</Kbd>
        </span>
      ))}
    </span>
  );
}

function unique(commands: readonly Command[]): Command[] {
  return [...new Map(commands.map((command) => [command.id, command])).values()];
}

function groupsOf(commands: readonly Command[]): [Command['group'], Command[]][] {
  return [...Map.groupBy(commands, ({ group }) => group)];
}

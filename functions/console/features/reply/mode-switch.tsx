import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconLock, IconNote, IconSend2, IconWorld } from '@tabler/icons-react';
import { memo } from 'react';
import { reply as words } from '../../words/reply.ts';
import type { Mode } from './draft.ts';
import type { OfferedMode } from './modes.ts';
import styles from './reply.module.css';

const icons: Record<Mode, typeof IconLock> = {
  public: IconWorld,
  private: IconLock,
  note: IconNote,
  invite: IconSend2,
};

/** Chooses whom the text is for, and says who will see it. */
export const ModeSwitch = memo(function ModeSwitch({
  modes,
  mode,
  sees,
  onChange,
}: {
  modes: readonly OfferedMode[];
  mode: Mode;
  sees: string;
  onChange: (mode: Mode) => void;
}) {
  return (
    <div className={styles.modes}>
      <div role="radiogroup" aria-label={words.modesLabel}>
        {modes.map(({ mode: offered, why }) => {
          const Icon = icons[offered];
          const button = (
            <UnstyledButton
              key={offered}
              role="radio"
              aria-checked={offered === mode}
              aria-disabled={why !== undefined}
              data-mode={offered}
              className={styles.mode}
              onClick={() => why === undefined && onChange(offered)}
            >
              <Icon size={14} aria-hidden />
              {words.modes[offered]}
            </UnstyledButton>
          );
          return why === undefined ? (
            button
          ) : (
            <Tooltip key={offered} label={why}>
              {button}
            </Tooltip>
          );
        })}
      </div>
      <span className={styles.sees}>{sees}</span>
    </div>
  );
});

import { Avatar } from '@mantine/core';
import type { CSSProperties } from 'react';
import styles from './face.module.css';

/** Somebody's initials on a colour of their own: no picture that would have to come from a platform, which would learn who looks. */
export function Face({ name, size = 32 }: { name: string; size?: number }) {
  const hue: CSSProperties & Record<'--hk-hue', string> = { '--hk-hue': String(hueOf(name)) };
  return (
    <Avatar
      name={name}
      size={size}
      radius="xl"
      className={styles.face}
      classNames={{ placeholder: styles.placeholder ?? '' }}
      style={hue}
      aria-hidden
    />
  );
}

function hueOf(name: string): number {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return sum;
}

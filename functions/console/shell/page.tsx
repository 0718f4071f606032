import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconMenu2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { desk } from '../words/desk.ts';
import { menuOpen } from './overlays.ts';
import styles from './page.module.css';

/** The frame of a screen beside the inbox: its name, what can be done on it, and what it shows. */
export function Page({
  title,
  sub,
  back,
  actions,
  children,
}: {
  title: ReactNode;
  sub?: ReactNode;
  /** Where one came from. */
  back?: { href: string; label: string } | undefined;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        {back ? (
          <ActionIcon component={Link} href={back.href} aria-label={back.label}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
        ) : (
          <ActionIcon className={styles.menu} aria-label={desk.menu} onClick={() => menuOpen.set(true)}>
            <IconMenu2 size={18} aria-hidden />
          </ActionIcon>
        )}
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {sub && <div className={styles.sub}>{sub}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse */}
      <div className={styles.scroll} tabIndex={0}>
        <div className={styles.inner}>{children}</div>
      </div>
    </div>
  );
}

/** A part of a screen under a heading. */
export function Section({
  title,
  hint,
  actions,
  children,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2 className={styles.heading}>{title}</h2>
        {actions}
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </section>
  );
}

/** How something fares, by colour; the words say it too. */
export type PillTone = 'plain' | 'calm' | 'soon' | 'late' | 'accent';

/** A state in one or two words. */
export function Pill({ tone = 'plain', children }: { tone?: PillTone; children: ReactNode }) {
  return <span className={`${styles.pill} ${styles[tone] ?? ''}`}>{children}</span>;
}

import type { Account } from '../../api/settings.ts';
import { Moment } from '../../formats/moment.tsx';
import { dayAndHour } from '../../formats/time.ts';
import styles from '../../shell/page.module.css';
import { Pill } from '../../shell/page.tsx';
import { settings } from '../../words/settings.ts';
import { ChannelIcon } from '../inbox/channel-icon.tsx';

const words = settings.accounts;
const states = new Map<string, string>(Object.entries(words.states));

/** Our pages and handles, and how each fares. */
export function AccountList({ accounts }: { accounts: Account[] }) {
  if (accounts.length === 0) return <p className={styles.nothing}>{words.none}</p>;
  return (
    <ul className={styles.list}>
      {accounts.map(({ channel, id, name, handle, hasToken, tokenValidUntil, health }) => (
        <li key={`${channel} ${id}`} className={styles.item}>
          <ChannelIcon channel={channel} size={18} named />
          <span className={styles.grow}>
            <span className={styles.strong}>{name ?? handle ?? id}</span>
            <span className={styles.dim}>
              {handle && `@${handle} · `}
              {words.heard} {health.lastInboundAt ? <Moment at={health.lastInboundAt} /> : words.never}
              {' · '}
              {words.sent} {health.lastOutboundAt ? <Moment at={health.lastOutboundAt} /> : words.never}
              {!hasToken && ` · ${words.noToken}`}
              {hasToken && tokenValidUntil && ` · ${words.token(dayAndHour(tokenValidUntil))}`}
            </span>
            {health.refusal && (
              <span className={styles.dim}>
                <br />
                {health.refusal.explanation} {health.refusal.advice}{' '}
                {health.retryAt && words.retry(dayAndHour(health.retryAt))}
              </span>
            )}
          </span>
          <Pill tone={health.state === 'working' ? 'calm' : 'late'}>
            {states.get(health.state) ?? health.state}
          </Pill>
        </li>
      ))}
    </ul>
  );
}

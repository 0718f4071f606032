import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Deadline, type PolicyBook } from '../../api/settings.ts';
import { deviceTime } from '../../browser/clock.ts';
import { fromLocalField, toLocalField } from '../../formats/local-field.ts';
import { dayAndHour, withTimes } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import { ProblemLine } from '../../shell/dialog.tsx';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import { ChannelField, PriorityField, VisibilityField } from './fields.tsx';
import own from './settings.module.css';

const words = settings.preview;
const PAUSE = 300;

/** When a message would be due by rules that need not be saved yet, and why. */
export function PolicyPreview({ book }: { book: PolicyBook }) {
  const { client } = useDesk();
  const [at, setAt] = useState(() => new Date(deviceTime()).toISOString());
  const [channel, setChannel] = useState<string>();
  const [visibility, setVisibility] = useState<string>();
  const [priority, setPriority] = useState<string>();
  const [asked] = useDebouncedValue(
    { book, at, channel: channel ?? 'x', visibility: visibility ?? 'public', priority: priority ?? 'normal' },
    PAUSE,
  );
  const { data, error } = useQuery({
    queryKey: ['policy preview', asked],
    queryFn: () => client.write('/api/settings/policies/preview', Deadline, { body: asked }),
    placeholderData: (before) => before,
    gcTime: 0,
    retry: false,
  });
  return (
    <section className={own.preview} aria-label={words.title}>
      <h3 className={own.sub}>{words.title}</h3>
      <p className={styles.dim}>{words.hint}</p>
      <div className={styles.fields}>
        <TextInput
          type="datetime-local"
          label={words.at}
          value={toLocalField(at)}
          onChange={({ currentTarget: { value } }) => setAt(fromLocalField(value) ?? at)}
        />
        <ChannelField value={channel ?? 'x'} onChange={setChannel} />
        <VisibilityField value={visibility ?? 'public'} onChange={setVisibility} />
        <PriorityField none={words.normal} value={priority} onChange={setPriority} />
      </div>
      <div className={own.answer} role="status">
        {error ? (
          <ProblemLine error={error} />
        ) : (
          data && (
            <>
              <p>
                <b>{words.due(dayAndHour(data.dueAt))}</b>
              </p>
              <p>
                {withTimes(data.why.sentence)} {words.by(data.policyId)}{' '}
                {data.warnAt && words.warned(dayAndHour(data.warnAt))}
              </p>
            </>
          )
        )}
      </div>
    </section>
  );
}

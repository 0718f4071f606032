import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Incident, PostMortem } from '../../api/incident.ts';
import { percent } from '../../formats/number.ts';
import { spell } from '../../formats/time.ts';
import { useDesk } from '../../session/desk-context.ts';
import styles from '../../shell/page.module.css';
import { Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { tellDone } from '../../shell/toasts.tsx';
import { incidents as words } from '../../words/incidents.ts';
import own from './incidents.module.css';
import { postMortemQuery } from './queries.ts';

/** What happened in numbers, and a draft of the page that tells it. */
export function PostMortemPart({ incident }: { incident: Incident }) {
  const { client } = useDesk();
  const { data, error, refetch } = useQuery(postMortemQuery(client, incident.id));
  const [open, setOpen] = useState(false);
  return (
    <Section
      title={words.postMortem}
      hint={words.postMortemHint}
      actions={
        data && (
          <span className={styles.buttons}>
            <Button variant="subtle" size="compact-xs" aria-expanded={open} onClick={() => setOpen(!open)}>
              {words.draft}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => void copy(data.markdown)}>
              {words.copy}
            </Button>
            <Button variant="subtle" size="compact-xs" onClick={() => download(incident, data.markdown)}>
              {words.download}
            </Button>
          </span>
        )
      }
    >
      {data && <Numbers numbers={data.numbers} />}
      {data && open && (
        <section aria-label={words.draft}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a mouse */}
          <pre className={own.markdown} tabIndex={0}>
            {data.markdown}
          </pre>
        </section>
      )}
      {!data && (error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />)}
    </Section>
  );
}

function Numbers({ numbers }: { numbers: PostMortem['numbers'] }) {
  const { numbers: names } = words;
  const shown: [string, string | undefined][] = [
    [names.asked, String(numbers.asked)],
    [names.toldUnasked, numberWords(numbers.toldUnasked)],
    [names.toldPersonally, numberWords(numbers.toldPersonally)],
    [names.answeredShare, shareWords(numbers.answeredShare)],
    [names.deflection, shareWords(numbers.deflection)],
    [names.secondsToNotice, timeWords(numbers.secondsToNotice)],
    [names.secondsToDeclare, timeWords(numbers.secondsToDeclare)],
    [names.secondsToFirstWord, timeWords(numbers.secondsToFirstWord)],
    [names.secondsToFix, timeWords(numbers.secondsToFix)],
  ];
  return (
    <dl className={styles.numbers}>
      {shown.map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name} className={styles.number}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

type Maybe = number | null | undefined;
const numberWords = (value: Maybe) => (typeof value === 'number' ? String(value) : undefined);
const shareWords = (value: Maybe) => (typeof value === 'number' ? percent(value) : undefined);
const timeWords = (value: Maybe) => (typeof value === 'number' ? spell(value) : undefined);

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  tellDone(words.copied);
}

function download({ id }: Incident, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `post-mortem-${id}.md`;
  link.click();
  URL.revokeObjectURL(url);
}

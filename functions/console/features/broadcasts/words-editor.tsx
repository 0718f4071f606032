import '@mantine/core/styles/Chip.css';
import { Chip, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { BroadcastFile } from '../../api/broadcast.ts';
import { Audience } from '../../api/incident.ts';
import { useDesk } from '../../session/desk-context.ts';
import { ProblemLine } from '../../shell/dialog.tsx';
import { audienceNames, broadcasts as words } from '../../words/broadcasts.ts';
import styles from './broadcasts.module.css';
import { PreviewCard } from './preview-card.tsx';
import { type Draft, previewQuery } from './queries.ts';
import { heardBy, type Spoken, spokenVariants } from './spoken.ts';
import { TemplateSelect } from './template-select.tsx';

/** How long after the last letter the previews are asked for, in milliseconds. */
const PAUSE = 400;

interface Props {
  spoken: Spoken;
  onChange: (spoken: Spoken) => void;
  /** What the previews need to know beside the words. */
  about: Pick<Draft, 'kind' | 'title' | 'incidentId' | 'accounts'>;
  media?: BroadcastFile[];
  /** Who can hear it. */
  offered?: readonly Audience[];
  /** Who of us says it. */
  whose?: ReactNode;
  /** What goes with the words. */
  children?: ReactNode;
}

/** Where something is written once for many: who hears it, and how each will see it, with the limits of their channel. */
export function WordsEditor({
  spoken,
  onChange,
  about,
  media = [],
  offered = Audience.options,
  whose,
  children,
}: Props) {
  const { client } = useDesk();
  const audiences = offered.filter((audience) => spoken.audiences.includes(audience));
  const [settled] = useDebouncedValue(
    {
      ...about,
      title: about.title.trim() || ' ',
      text: spoken.text,
      variants: spokenVariants(spoken),
      audiences,
      media: media.map(({ uploadId }) => ({ uploadId })),
    },
    PAUSE,
  );
  const { data, error } = useQuery({
    ...previewQuery(client, settled),
    enabled: settled.audiences.length > 0 && settled.text.trim() !== '',
  });
  return (
    <>
      <TemplateSelect text={spoken.text} onChange={(text) => onChange({ ...spoken, text })} />
      <Textarea
        size="xs"
        label={words.text}
        description={words.textHint}
        autosize
        minRows={3}
        maxRows={14}
        required
        value={spoken.text}
        onChange={({ currentTarget }) => onChange({ ...spoken, text: currentTarget.value })}
      />
      {children}
      <fieldset className={styles.audiences}>
        <legend>{words.audiences}</legend>
        {offered.map((audience) => (
          <Chip
            key={audience}
            size="xs"
            checked={audiences.includes(audience)}
            onChange={(hears) => onChange(heardBy(spoken, audience, hears))}
          >
            {audienceNames[audience]}
          </Chip>
        ))}
      </fieldset>
      {whose}
      {audiences.includes('personal') && <p className={styles.hint}>{words.placeholdersHint}</p>}
      <ProblemLine error={error} />
      {audiences.length > 0 && (
        <div className={styles.previews}>
          {audiences.map((audience) => (
            <PreviewCard
              key={audience}
              audience={audience}
              title={about.title}
              spoken={spoken}
              preview={data?.previews[audience]}
              reach={data?.reach[audience]}
              media={media}
              onChange={onChange}
            />
          ))}
        </div>
      )}
    </>
  );
}

import { Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDesk } from '../../session/desk-context.ts';
import { audienceNames } from '../../words/broadcasts.ts';
import own from './broadcasts.module.css';
import { previewQuery } from './queries.ts';
import { type Work, workAudiences } from './work-form.ts';

/** How long after the last letter it is asked what stands against a text, in milliseconds. */
const PAUSE = 400;

/** One of the messages of planned work, and what stands against it on any channel. */
export function PlannedMessage({
  work: { audiences, accounts },
  label,
  hint,
  text,
  onChange,
  children,
}: {
  work: Work;
  label: string;
  hint?: string;
  text: string;
  onChange: (text: string) => void;
  /** What belongs to this message alone. */
  children?: ReactNode;
}) {
  const { client } = useDesk();
  const [settled] = useDebouncedValue(text, PAUSE);
  const draft = {
    kind: 'maintenance',
    title: ' ',
    text: settled,
    variants: {},
    audiences,
    accounts,
  };
  const { data } = useQuery({
    ...previewQuery(client, draft),
    enabled: settled.trim() !== '' && audiences.length > 0,
  });
  const against = workAudiences.flatMap((audience) =>
    text.trim() === '' || !audiences.includes(audience)
      ? []
      : (data?.previews[audience]?.problems ?? []).map((problem) => ({ ...problem, audience })),
  );
  return (
    <div className={own.message}>
      <Textarea
        size="xs"
        label={label}
        description={hint}
        autosize
        minRows={2}
        maxRows={10}
        value={text}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {text.trim() !== '' && children}
      {against.map(({ audience, code, explanation, advice }) => (
        <p key={`${audience} ${code}`} className={own.against} role="alert">
          {audienceNames[audience]}: {explanation} {advice}
        </p>
      ))}
    </div>
  );
}

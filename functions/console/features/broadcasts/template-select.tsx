import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../session/desk-context.ts';
import { broadcasts as words } from '../../words/broadcasts.ts';
import { templatesQuery } from './queries.ts';

/** Puts a template in the place of an empty text, and behind one that was begun. */
export function TemplateSelect({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { client } = useDesk();
  const { data: templates = [] } = useQuery(templatesQuery(client));
  if (templates.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      label={words.template}
      value=""
      data={[
        { value: '', label: words.noTemplate },
        ...templates.map(({ id, title }) => ({ value: id, label: title })),
      ]}
      onChange={({ currentTarget: { value } }) => {
        const chosen = templates.find(({ id }) => id === value);
        if (chosen) onChange(text.trim() === '' ? chosen.text : `${text.trimEnd()}\n\n${chosen.text}`);
      }}
    />
  );
}

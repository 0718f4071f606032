import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import { ProblemLine } from '../../shell/dialog.tsx';
import { Section } from '../../shell/page.tsx';
import { Failed, Loading } from '../../shell/states.tsx';
import { settings as words } from '../../words/settings.ts';
import { RuleWarnings } from './rule-warnings.tsx';
import own from './settings.module.css';
import { useDocument } from './use-document.ts';

/** A settings document under its heading, with a bar to save or throw away what was changed. */
export function DocumentPart<T extends z.ZodMiniType>({
  name,
  schema,
  title,
  hint,
  showsWarnings = false,
  children,
}: {
  /** Its name in the API. */
  name: string;
  schema: T;
  title: string;
  hint?: string;
  /** Whether to say which rules name what is not there any more, after saving. */
  showsWarnings?: boolean;
  children: (value: z.infer<T>, change: (value: z.infer<T>) => void) => ReactNode;
}) {
  const document = useDocument(name, schema);
  const { value, loadError, reload, isChanged, change, discard, save, saving, saveError, warnings } =
    document;
  if (value === undefined) return loadError ? <Failed error={loadError} onRetry={reload} /> : <Loading />;
  return (
    <Section title={title} hint={hint}>
      {children(value, change)}
      {showsWarnings && !isChanged && <RuleWarnings warnings={warnings} />}
      {isChanged && (
        <div className={own.saveBar}>
          <ProblemLine error={saveError} />
          <span className={own.unsaved}>{words.unsaved}</span>
          <Button variant="default" onClick={discard} disabled={saving}>
            {words.discard}
          </Button>
          <Button onClick={save} loading={saving}>
            {words.save}
          </Button>
        </div>
      )}
    </Section>
  );
}

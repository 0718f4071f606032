import type { Fact } from '../../api/contact.ts';

/** A fact while somebody writes it: all of it is text, and `number` counts it apart from others. */
export interface EditedFact {
  number: number;
  key: string;
  type: Fact['type'];
  value: string;
  until: string;
}

/** A fact to be changed. */
export function editable({ key, type, value, until }: Fact, number: number): EditedFact {
  return {
    number,
    key,
    type,
    value: type === 'flag' ? (value ? 'yes' : 'no') : String(value),
    until: until ?? '',
  };
}

/** What was written as the API takes it; undefined while it says nothing yet. */
export function factOf({ key, type, value, until }: EditedFact): Fact | undefined {
  const name = key.trim();
  const written = value.trim();
  if (name === '' || written === '') return undefined;
  const typed = { text: written, date: written, number: Number(written), flag: written === 'yes' }[type];
  return { key: name, type, value: typed, ...(until !== '' && { until }) };
}

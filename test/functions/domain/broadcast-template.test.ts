import { expect, it } from 'vitest';
import { BroadcastTemplateBook } from '../../../functions/domain/broadcast-template.ts';

const template = { id: 'outage', title: 'Outage', text: '{what} fails. We are looking into it.' };

it.each([
  { name: 'none', templates: [], isTaken: true },
  { name: 'one with a place that is to be filled', templates: [template], isTaken: true },
  { name: 'two of one id', templates: [template, { ...template, title: 'Another' }], isTaken: false },
  { name: 'one without words', templates: [{ ...template, text: '' }], isTaken: false },
  { name: 'one without a title', templates: [{ ...template, title: '' }], isTaken: false },
])('a book of templates may hold $name: $isTaken', ({ templates, isTaken }) => {
  expect(BroadcastTemplateBook.safeParse({ templates }).success).toBe(isTaken);
});

import { expect, it } from 'vitest';
import { editContact } from '../../../functions/domain/edit-contact.ts';
import { at } from './desk.ts';

const ada = { id: 'c1', identities: [], createdAt: at('09:00') };
const pillow = { key: 'pillow', type: 'text' as const, value: 'feather' };

it('changes what is named, and tells what that was', () => {
  const { contact, changed } = editContact(ada, { facts: [pillow], note: 'Kind.' }, []);
  expect(contact).toEqual({ ...ada, facts: [pillow], note: 'Kind.' });
  expect(changed).toEqual(['facts', 'note']);
});

it('takes away what is null', () => {
  const known = { ...ada, name: 'Ada', note: 'Kind.' };
  expect(editContact(known, { name: null, note: '' }, []).contact).toEqual(ada);
});

it('changes nothing when all is so, or came from a contact that is the same person', () => {
  expect(editContact({ ...ada, note: 'Kind.' }, { note: 'Kind.' }, []).changed).toEqual([]);
  expect(editContact(ada, { facts: [pillow] }, [pillow]).changed).toEqual([]);
});

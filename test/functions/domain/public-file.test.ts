import { expect, it } from 'vitest';
import type { Attachment } from '../../../functions/domain/message.ts';
import { againstPublicFiles } from '../../../functions/domain/public-file.ts';

const MEGABYTE = 1024 * 1024;
const picture = (contentType: string, size: number): Attachment => ({ type: 'image', contentType, size });

it.each([
  { name: 'a small photo', files: [picture('image/jpeg', MEGABYTE)], code: undefined },
  { name: 'a photo of just 5 MB', files: [picture('image/jpeg', 5 * MEGABYTE)], code: undefined },
  {
    name: 'a photo that is larger',
    files: [picture('image/jpeg', 5 * MEGABYTE + 1)],
    code: 'broadcast:picture-too-large',
  },
  {
    name: 'a photo as some phones keep it',
    files: [picture('image/png', 1), picture('image/heic', 1)],
    code: 'broadcast:picture-not-shown',
  },
  {
    name: 'a long film, which nobody has to load',
    files: [{ type: 'video' as const, contentType: 'video/mp4', size: 50 * MEGABYTE }],
    code: undefined,
  },
])('$name is judged for everybody’s eyes', ({ files, code }) => {
  expect(againstPublicFiles(files)?.code).toBe(code);
});

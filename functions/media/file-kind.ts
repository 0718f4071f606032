import { fileTypeFromBuffer } from 'file-type';

/** What a file that Hark keeps is for an agent: `shown` in the conversation, or `saved`, because it may do more than be looked at. */
const KINDS = new Map<string, 'shown' | 'saved'>([
  ...shown('image', 'jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'heif', 'bmp', 'tiff'),
  ...shown('video', 'mp4', 'quicktime', 'webm', 'ogg', 'x-msvideo', '3gpp'),
  ...shown('audio', 'mpeg', 'mp4', 'aac', 'ogg', 'wav', 'amr'),
  ['application/pdf', 'saved'],
  ...['wordprocessingml.document', 'spreadsheetml.sheet', 'presentationml.presentation'].map(
    (kind) => [`application/vnd.openxmlformats-officedocument.${kind}`, 'saved'] as const,
  ),
  ...['text', 'spreadsheet', 'presentation'].map(
    (kind) => [`application/vnd.oasis.opendocument.${kind}`, 'saved'] as const,
  ),
]);

/** Other names of the same kinds: what browsers, platforms and signatures call them. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/apng': 'image/png',
  'video/x-m4v': 'video/mp4',
  'video/vnd.avi': 'video/x-msvideo',
  'audio/x-m4a': 'audio/mp4',
  'audio/opus': 'audio/ogg',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
};

function shown(type: string, ...names: string[]): (readonly [string, 'shown'])[] {
  return names.map((name) => [`${type}/${name}`, 'shown']);
}

/** A MIME type without parameters, under the one name that Hark uses for it. */
export function plainType(contentType: string): string {
  const plain = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return ALIASES[plain] ?? plain;
}

/** What a file is by its first bytes, whatever it is called; undefined for anything that Hark does not keep. */
export async function typeByContent(beginning: Uint8Array): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(beginning);
  const type = found && plainType(found.mime);
  return type !== undefined && KINDS.has(type) ? type : undefined;
}

/** Whether a browser may show such a file at once. */
export function isShown(contentType = ''): boolean {
  return KINDS.get(contentType) === 'shown';
}

import type { IncomingMessage } from 'node:http';

/** A file of a multipart body as the call log shows it: never its bytes. */
export interface MultipartFile {
  filename: string;
  type: string;
  /** In bytes. */
  size: number;
}

/** The whole body of a request, as the bytes that arrived. Rejects when the client goes away half-way. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/**
 * Decodes a body by its content type. JSON: the value. Form: an object of strings. Multipart: an object in which a text
 * field is its string and a file is a {@link MultipartFile}. An empty body is undefined; whatever cannot be decoded is
 * its text, so that the reader's schema refuses it. Never throws.
 */
export function decodeBody(buffer: Buffer, contentType: string | undefined): unknown {
  if (buffer.length === 0) return undefined;
  const text = buffer.toString('utf8');
  const type = contentType ?? '';
  if (/^application\/(.+\+)?json/i.test(type)) return parseJson(text);
  if (/^application\/x-www-form-urlencoded/i.test(type)) return Object.fromEntries(new URLSearchParams(text));
  const boundary = /^multipart\/form-data.*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  const marker = boundary?.[1] ?? boundary?.[2];
  return marker ? decodeMultipart(buffer, marker) : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Parts are cut in latin1, where one character is one byte, so that sizes are right and binary parts survive (RFC 7578). */
function decodeMultipart(buffer: Buffer, boundary: string): Record<string, string | MultipartFile> {
  const parts = `\r\n${buffer.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1);
  const fields: Record<string, string | MultipartFile> = {};
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n');
    const head = Buffer.from(part.slice(0, Math.max(end, 0)), 'latin1').toString('utf8');
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
    if (end < 0 || name === undefined) continue;
    const content = part.slice(end + 4);
    const filename = /[;\s]filename="([^"]*)"/i.exec(head)?.[1];
    fields[name] =
      filename === undefined
        ? Buffer.from(content, 'latin1').toString('utf8')
        : { filename, type: /^content-type:\s*(\S+)/im.exec(head)?.[1] ?? '', size: content.length };
  }
  return fields;
}

const ascii = (text: string) => Buffer.from(text, 'latin1');

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** How files of some kinds begin, by the name that Hark has for the kind; undefined for kinds that it does not keep. */
export const beginnings: [name: string, kind: string | undefined, bytes: Buffer][] = [
  ['a PNG', 'image/png', png],
  ['a JPEG', 'image/jpeg', Buffer.from('ffd8ffe000104a46494600010100', 'hex')],
  ['a GIF', 'image/gif', ascii('GIF89a\x01\x00\x01\x00\x00')],
  ['a WebP', 'image/webp', ascii('RIFF\x1a\x00\x00\x00WEBPVP8L')],
  ['an MP4', 'video/mp4', ascii('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2')],
  ['an MP4 of Apple', 'video/mp4', ascii('\x00\x00\x00\x18ftypM4V \x00\x00\x02\x00M4V mp42')],
  ['a QuickTime film', 'video/quicktime', ascii('\x00\x00\x00\x14ftypqt  \x00\x00\x02\x00qt  ')],
  ['an AVI', 'video/x-msvideo', ascii('RIFF\x24\x00\x00\x00AVI LIST')],
  ['a voice message', 'audio/mp4', ascii('\x00\x00\x00\x18ftypM4A \x00\x00\x02\x00M4A mp42')],
  ['a PDF', 'application/pdf', ascii('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')],
  ['a web page', undefined, ascii('<!DOCTYPE html><script>alert(1)</script>')],
  ['a drawing with scripts', undefined, ascii('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a drawing after a declaration', undefined, ascii('<?xml version="1.0"?><svg><script/></svg>')],
  ['a program', undefined, ascii('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff')],
  ['an archive', undefined, ascii(`PK\x05\x06${'\x00'.repeat(18)}`)],
  ['a text', undefined, ascii('Dear support')],
  ['nothing', undefined, Buffer.alloc(0)],
];

/** A text in a form in which what was sent and what Facebook shows of it are equal: it trims and folds space. */
export function comparable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

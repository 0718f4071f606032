const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What the person typed. X escapes exactly three characters in the text of posts and direct messages; one pass undoes that, so
 * that a typed `&amp;` (which arrives as `&amp;amp;`) stays what it was.
 */
export function typedText(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

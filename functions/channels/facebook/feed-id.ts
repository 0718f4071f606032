/**
 * Whether an id of the feed is a post's: those begin with the page's id, while a comment's begins with the number of its post or
 * picture.
 */
export function isPostOf(pageId: string, id: string): boolean {
  return id.startsWith(`${pageId}_`);
}

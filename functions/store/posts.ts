import { Post } from '../domain/message.ts';
import { type Native, postKey } from './keys.ts';
import { getItems, type Table } from './table.ts';

/** Those of the named posts that are known (A7). */
export async function getPosts(table: Table, names: Native[]): Promise<Post[]> {
  if (names.length === 0) return [];
  const found = await getItems(table, names.map(postKey));
  return names.flatMap((name) => {
    const item = found(postKey(name));
    return item ? [Post.parse(item)] : [];
  });
}

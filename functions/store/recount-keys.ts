import type { Key } from './keys.ts';

/** The latest recount of the views (A95, A96). */
export const recountKey: Key = { pk: 'RECOUNT', sk: 'RECOUNT' };
export const fenceKey = (shard: number): Key => ({ pk: 'RECOUNT', sk: `FENCE#${shard}` });

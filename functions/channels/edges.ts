import type { ChannelEdge } from './channel.ts';

/** Each is loaded at its first delivery, so that a cold start does not build the schemas of every platform. */
const edges: Readonly<Record<string, () => Promise<ChannelEdge>>> = {
  facebook: async () => (await import('./facebook/edge.ts')).facebookEdge,
  x: async () => (await import('./x/edge.ts')).xEdge,
};

/** The edge of a channel by its name in a webhook's address; apart from the registry of whole channels, to keep that function small. */
export async function edgeNamed(name: string): Promise<ChannelEdge | undefined> {
  return Object.hasOwn(edges, name) ? edges[name]?.() : undefined;
}

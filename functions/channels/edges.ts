import type { Callback, ChannelEdge } from './channel.ts';

/** Each is loaded at its first delivery, so that a cold start does not build the schemas of every platform. */
const edges: Readonly<Record<string, () => Promise<ChannelEdge>>> = {
  facebook: async () => (await import('./facebook/edge.ts')).facebookEdge,
  x: async () => (await import('./x/edge.ts')).xEdge,
};

/** The edge of a channel by its name in a webhook's address; apart from the registry of whole channels, to keep that function small. */
export async function edgeNamed(name: string): Promise<ChannelEdge | undefined> {
  return Object.hasOwn(edges, name) ? edges[name]?.() : undefined;
}

const callbacks: Readonly<Record<string, () => Promise<Callback>>> = {
  'facebook/data-deletion': async () => (await import('./facebook/callbacks.ts')).dataDeletion,
  'facebook/deauthorize': async () => (await import('./facebook/callbacks.ts')).deauthorize,
};

/** How a channel answers what its platform asks beside deliveries, by the names in the address. */
export async function callbackNamed(channel: string, callback: string): Promise<Callback | undefined> {
  const name = `${channel}/${callback}`;
  return Object.hasOwn(callbacks, name) ? callbacks[name]?.() : undefined;
}

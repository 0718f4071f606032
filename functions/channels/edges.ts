import type { ChannelEdge } from './channel.ts';
import { facebookEdge } from './facebook/edge.ts';
import { xEdge } from './x/edge.ts';

const edges = [facebookEdge, xEdge];

/** The edge of a channel by its name in a webhook's address; apart from the registry of whole channels, to keep that function small. */
export function edgeNamed(name: string): ChannelEdge | undefined {
  return edges.find((edge) => edge.name === name);
}

import type { Finding } from './section.ts';

/** What became of a reply: how often it stands on the platform, and what the desk says of it. */
export interface Settled {
  times: number;
  state: string;
}

/** States in which the desk says that the platform has it. */
const ARRIVED = new Set(['sent', 'delivered', 'read']);
/** States in which a person sees that it may not have arrived. */
const VISIBLE = new Set(['unconfirmed', 'failed', 'held']);

export const columns = [
  'answered by',
  'replies',
  'there once',
  'twice',
  'unconfirmed',
  'failed',
  'held',
  'open',
  'lost',
];

const isLost = ({ times, state }: Settled) => times === 0 && ARRIVED.has(state);
/** Neither there nor given up yet. */
export const isOpen = ({ state }: Settled) => !ARRIVED.has(state) && !VISIBLE.has(state);

/** `open`: still on its way. `lost`: the desk says that it arrived, and it is not there. */
export function rowOf(name: string, settled: readonly Settled[]): string[] {
  const count = (fits: (one: Settled) => boolean) => String(settled.filter(fits).length);
  return [
    name,
    String(settled.length),
    count(({ times }) => times === 1),
    count(({ times }) => times > 1),
    ...['unconfirmed', 'failed', 'held'].map((state) => count((one) => one.state === state)),
    count(isOpen),
    count(isLost),
  ];
}

export function targetsOf(settled: readonly Settled[], wanted: number): Finding['targets'] {
  const doubles = settled.filter(({ times }) => times > 1).length;
  const isAccounted = (one: Settled) =>
    (one.times === 1 && ARRIVED.has(one.state)) || (one.times <= 1 && VISIBLE.has(one.state));
  const accounted = settled.filter(isAccounted).length;
  return [
    { promise: 'no reply is there twice', measured: `${doubles} doubles`, met: doubles === 0 },
    {
      promise: 'every reply is there exactly once, or visibly is not sure to be',
      measured: `${accounted} of ${wanted}`,
      met: accounted === wanted,
    },
  ];
}

import type { BroadcastState } from '../../api/broadcast.ts';
import type { PillTone } from '../../shell/page.tsx';

const tones: Record<BroadcastState, PillTone> = {
  draft: 'plain',
  proposed: 'soon',
  approved: 'accent',
  scheduled: 'accent',
  publishing: 'accent',
  paused: 'soon',
  done: 'calm',
  cancelled: 'plain',
};

/** The colour of how far a broadcast came. */
export const stateTone = (state: BroadcastState): PillTone => tones[state];

/** Whether its words may still be changed. */
export const isEditable = (state: BroadcastState): boolean =>
  state === 'draft' || state === 'proposed' || state === 'approved';

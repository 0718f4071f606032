/** A Messenger event that was addressed: whose page, when, between whom. Ids of people are page-scoped (PSID). */
export interface Happening {
  base: { channel: 'facebook'; accountId: string; at: string };
  /** Undefined for notices that no person caused. */
  sender: string | undefined;
  recipient: string | undefined;
}

import type { Desk } from '../desk.ts';

/** What every route of the API works with. */
export interface ApiServices {
  desk: Desk;
}

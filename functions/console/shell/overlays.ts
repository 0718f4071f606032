import { held } from './held.ts';

/** Whether the navigation lies over the page, on a phone. */
export const menuOpen = held(false);

/** Which list of the commands lies over the page: the bar to find one, or their keys. */
export const commandList = held<'bar' | 'keys' | undefined>(undefined);

/** Whether something was ever said in passing, at the edge of the page. */
export const toastsWanted = held(false);

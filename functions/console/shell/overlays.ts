import { held } from './held.ts';

/** Whether the navigation lies over the page, on a phone. */
export const menuOpen = held(false);

/** Which list of the commands lies over the page: the bar to find one, or their keys. */
export const commandList = held<'bar' | 'keys' | undefined>(undefined);

/** Whether something was ever said in passing, at the edge of the page. */
export const toastsWanted = held(false);

/** A question that has to be answered before something goes on. */
export interface Question {
  title: string;
  text?: string;
  /** What the button says that does it. */
  yes: string;
  danger?: boolean;
  answer(yes: boolean): void;
}

export const question = held<Question | undefined>(undefined);

/** Asks before something is done that cannot be taken back. */
export function ask(asked: Omit<Question, 'answer'>): Promise<boolean> {
  return new Promise((resolve) => {
    question.set({
      ...asked,
      answer(yes) {
        question.set(undefined);
        resolve(yes);
      },
    });
  });
}

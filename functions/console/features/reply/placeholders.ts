/** Whom a saved reply is for, and who sends it. */
export interface Filling {
  name?: string | undefined;
  handle?: string | undefined;
  agent: string;
}

/** A saved reply with its placeholders filled. A person without a name is left out, with the space or comma that would stand alone. */
export function fillPlaceholders(text: string, { name, handle, agent }: Filling): string {
  const given: Record<string, string> = {
    name: name?.trim().split(/\s+/)[0] ?? (handle === undefined ? '' : `@${handle}`),
    handle: handle === undefined ? (name ?? '') : `@${handle}`,
    agent: agent.split(/\s+/)[0] ?? agent,
  };
  return text.replace(/( ?)\{(name|handle|agent)\}/g, (_match, space: string, word: string) => {
    const value = given[word] ?? '';
    return value === '' ? '' : `${space}${value}`;
  });
}

/** The word that is being typed at the caret after a sign, such as `/tha` or `@le`; undefined where none is. */
export function openWord(
  text: string,
  caret: number,
  sign: '/' | '@',
): { start: number; typed: string } | undefined {
  const before = text.slice(0, caret);
  const start = before.lastIndexOf(sign);
  if (start < 0) return undefined;
  const typed = before.slice(start + 1);
  const stands = start === 0 || /\s/.test(before.charAt(start - 1));
  return stands && typed.length <= 40 && !/\n|\s{2}/.test(typed) ? { start, typed } : undefined;
}

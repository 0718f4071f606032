/** Something that can be done here and now, by key, by the command bar, or both. */
export interface Command {
  id: string;
  title: string;
  group: 'go' | 'list' | 'conversation' | 'reply' | 'desk';
  /** One key, or two that follow one another: `j`, `?`, `g u`, `mod+Enter`. */
  keys?: string;
  /** Also while somebody writes. */
  inFields?: boolean;
  /** Left out of the command bar: moving in a list by name helps nobody. */
  keysOnly?: boolean;
  run: () => void;
}

/** All commands of what is on the screen. The keys, their list and the command bar read the same one. */
export class CommandRegistry {
  private readonly sources = new Map<string, readonly Command[]>();
  private readonly listeners = new Set<() => void>();
  private all: readonly Command[] = [];

  /** Puts the commands of a part of the page in the place of those it had. */
  put(source: string, commands: readonly Command[]): void {
    this.sources.set(source, commands);
    this.tell();
  }

  remove(source: string): void {
    this.sources.delete(source);
    this.tell();
  }

  readonly list = (): readonly Command[] => this.all;

  readonly onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    this.all = [...this.sources.values()].flat();
    for (const listener of this.listeners) listener();
  }
}

/** How long the second key of a pair may take, in milliseconds. */
const PAIR_PATIENCE = 1200;

/** A key press, as much of it as commands go by. */
export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** When, in epoch milliseconds. */
  at: number;
  /** Whether somebody is writing. */
  inField: boolean;
}

/** Finds the command that a press means, remembering the first key of a pair. */
export class KeyReader {
  private first: { key: string; at: number } | undefined;

  find(press: Press, commands: readonly Command[]): Command | undefined {
    const key = nameOf(press);
    const first = this.first && press.at - this.first.at < PAIR_PATIENCE ? this.first.key : undefined;
    this.first = undefined;
    const usable = commands.filter(({ inFields }) => inFields || !press.inField);
    // The part of the page that was put last lies on top.
    const found = first === undefined ? undefined : usable.findLast(({ keys }) => keys === `${first} ${key}`);
    if (found) return found;
    const single = usable.findLast(({ keys }) => keys === key);
    if (!single && usable.some(({ keys }) => keys?.startsWith(`${key} `))) this.first = { key, at: press.at };
    return single;
  }
}

function nameOf({ key, ctrlKey, metaKey, altKey }: Press): string {
  const name = key.length === 1 ? key.toLowerCase() : key;
  return [...(ctrlKey || metaKey ? ['mod'] : []), ...(altKey ? ['alt'] : []), name].join('+');
}

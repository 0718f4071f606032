import { createContext, use, useEffect, useId, useSyncExternalStore } from 'react';
import { deviceTime } from '../browser/clock.ts';
import { type Command, CommandRegistry, KeyReader } from './registry.ts';

export const CommandContext = createContext(new CommandRegistry());

/** Offers commands as long as the part of the page that calls this is there. */
export function useCommands(commands: readonly Command[]): void {
  const registry = use(CommandContext);
  const source = useId();
  // What they do closes over the latest render, so they are put again after each one.
  useEffect(() => registry.put(source, commands));
  useEffect(() => () => registry.remove(source), [registry, source]);
}

/** All commands of now. */
export function useCommandList(): readonly Command[] {
  const registry = use(CommandContext);
  return useSyncExternalStore(registry.onChange, registry.list);
}

/** Listens for keys, once for the whole page. */
export function useKeys(): void {
  const registry = use(CommandContext);
  useEffect(() => {
    const reader = new KeyReader();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { key, ctrlKey, metaKey, altKey } = event;
      const press = { key, ctrlKey, metaKey, altKey, at: deviceTime(), inField: isField(event.target) };
      const command = reader.find(press, registry.list());
      if (!command) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [registry]);
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"]') !== null) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || isTextInput(target);
}

function isTextInput(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

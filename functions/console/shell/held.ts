import { useSyncExternalStore } from 'react';

/** One value that parts of the page far from one another read and set. */
export interface Held<T> {
  get(): T;
  set(value: T): void;
  onChange(listener: () => void): () => void;
}

export function held<T>(first: T): Held<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useHeld<T>({ onChange, get }: Held<T>): T {
  return useSyncExternalStore(onChange, get);
}

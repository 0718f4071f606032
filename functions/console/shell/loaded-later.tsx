import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A part of the page that is loaded when it is first shown, or before by who knows that it will be. */
export interface LoadedLater<P> {
  Part: ComponentType<P>;
  preload(): Promise<void>;
}

/**
 * Loads a part of the page later, and shows `loading` meanwhile. What React itself offers for that shows what stands in for a part
 * for 300 ms at least, even if the part comes sooner.
 */
export function loadedLater<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  loading: ReactNode,
): LoadedLater<P> {
  let here: ComponentType<P> | undefined;
  const keep = async () => {
    here = (await load()).default;
    return here;
  };
  return {
    Part(props) {
      const [{ Known, error }, setLoaded] = useState<{ Known?: ComponentType<P>; error?: unknown }>(
        here ? { Known: here } : {},
      );
      // biome-ignore lint/correctness/useExhaustiveDependencies: the way to load it never changes
      useEffect(() => {
        if (Known) return;
        keep().then(
          (loaded) => setLoaded({ Known: loaded }),
          (failure: unknown) => setLoaded({ error: failure }),
        );
      }, [Known]);
      if (error !== undefined) throw error;
      return Known ? <Known {...props} /> : loading;
    },
    async preload() {
      // Who then goes there is told why it does not come.
      await keep().catch(() => undefined);
    },
  };
}

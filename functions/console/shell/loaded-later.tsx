import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

/** A part of the page that is loaded when it is first shown, or before by who knows that it will be. */
export interface LoadedLater<P> {
  Part: ComponentType<P>;
  preload(): Promise<void>;
}

/**
 * Loads a part of the page later, and shows `loading` meanwhile. One that is here already is drawn at once: React shows what stands
 * in for a part for 300 ms at least, even if the part comes sooner.
 */
export function loadedLater<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  loading: ReactNode,
): LoadedLater<P> {
  let here: ComponentType<P> | undefined;
  const keep = async () => {
    const part = await load();
    here = part.default;
    return part;
  };
  const Late: ComponentType<P> = lazy(keep);
  return {
    Part(props) {
      const [Known] = useState(() => here ?? Late);
      return (
        <Suspense fallback={loading}>
          <Known {...props} />
        </Suspense>
      );
    },
    async preload() {
      // Who then goes there is told why it does not come.
      await keep().catch(() => undefined);
    },
  };
}

import { type ComponentType, Suspense, useEffect, useState } from 'react';
import { type Held, useHeld } from './held.ts';

/** A part of the page that is loaded when it is first wanted, and then stays, so that it can close as it opened. */
export function Overlay({ when, Part }: { when: Held<unknown>; Part: ComponentType }) {
  const wanted = Boolean(useHeld(when));
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    if (wanted) setLoaded(true);
  }, [wanted]);
  return loaded ? (
    <Suspense>
      <Part />
    </Suspense>
  ) : null;
}

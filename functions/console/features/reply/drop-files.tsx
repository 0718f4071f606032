import { lazy, memo, Suspense } from 'react';
import { useFileDrag } from '../../browser/file-drag.ts';
import type { Mode } from './draft.ts';

const DropArea = lazy(() => import('./drop-area.tsx'));

/** Takes files that are dragged onto a conversation; its area is there only while somebody drags some. */
export const DropFiles = memo(function DropFiles({
  mode,
  onFiles,
}: {
  mode: Mode;
  onFiles: (files: File[]) => void;
}) {
  const dragging = useFileDrag();
  if (!dragging) return null;
  return (
    <Suspense>
      <DropArea mode={mode} onFiles={onFiles} />
    </Suspense>
  );
});

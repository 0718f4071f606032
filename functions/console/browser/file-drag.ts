import { useEffect, useState } from 'react';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * Whether somebody drags files over the page. Meanwhile, what is dropped beside the place for it does nothing: without that the
 * browser would leave the page to show the file.
 */
export function useFileDrag(): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent) => hasFiles(event) && setDragging(true);
    // It goes from one element to the next all the time; only out of the page it goes to none.
    const leave = (event: DragEvent) => event.relatedTarget === null && setDragging(false);
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      over(event);
      setDragging(false);
    };
    document.addEventListener('dragenter', enter);
    document.addEventListener('dragleave', leave);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragenter', enter);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return dragging;
}

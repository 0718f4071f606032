import { fileTypeFromBuffer } from 'file-type';
import { expect, test } from 'vitest';
import { photoPng } from '../../../../lib/local/platforms/x/photo.ts';

test('a drawn photo is a PNG like any other, with its own colours', async () => {
  expect(await fileTypeFromBuffer(photoPng(1))).toEqual({ ext: 'png', mime: 'image/png' });
  expect(photoPng(1)).toEqual(photoPng(1));
  expect(photoPng(1)).not.toEqual(photoPng(2));
});

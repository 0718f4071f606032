import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];
type Corner = readonly [x: number, y: number];

const WIDTH = 400;
const HEIGHT = 300;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A parcel with a dent, from back to front. */
const PARCEL: [Colour, Corner[]][] = [
  [
    [198, 156, 109],
    [
      [110, 110],
      [200, 83],
      [293, 110],
      [293, 227],
      [200, 260],
      [110, 227],
    ],
  ],
  [
    [176, 133, 90],
    [
      [110, 110],
      [200, 140],
      [200, 260],
      [110, 227],
    ],
  ],
  [
    [155, 113, 72],
    [
      [200, 140],
      [293, 110],
      [293, 157],
      [263, 173],
      [293, 187],
      [293, 227],
      [200, 260],
    ],
  ],
  [
    [230, 211, 179],
    [
      [152, 98],
      [245, 126],
      [245, 153],
      [230, 158],
      [230, 131],
      [137, 103],
    ],
  ],
];

/** A drawn stand-in for a photo that a customer attaches, as a PNG. X shows no drawings, so it must be a picture of dots. */
export function photoPng(seed: number): Buffer {
  const hue = (seed * 47) % 360;
  const rows = Array.from({ length: HEIGHT }, (_, y) => rowOf(y, hue));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A row begins with the number of its filter; 0 means none. */
function rowOf(y: number, hue: number): Buffer {
  const row = Buffer.alloc(1 + WIDTH * 3);
  const ground = tint(hue, y < 207 ? 0.85 : 0.68);
  for (let x = 0; x < WIDTH; x += 1) {
    const [colour] = PARCEL.findLast(([, corners]) => isInside(corners, x, y)) ?? [ground];
    row.set(colour, 1 + x * 3);
  }
  return row;
}

function tint(hue: number, lightness: number): Colour {
  const part = (turn: number) =>
    Math.round(255 * (lightness + 0.07 * Math.cos(((hue - turn) * Math.PI) / 180)));
  return [part(0), part(120), part(240)];
}

/** Counts the sides that a line to the right crosses. */
function isInside(corners: readonly Corner[], x: number, y: number): boolean {
  const crossed = corners.filter(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
    return y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1);
  });
  return crossed.length % 2 === 1;
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

import type { Visibility } from '../../domain/message.ts';
import { type Atom, atomsOf } from './breakable.ts';
import { measure } from './weighted-length.ts';

/** Room is left for numbers up to this one, so that no piece is too long for a part, however many there are. */
const MOST = 99_999;

/** A piece with what it adds to the length of a part. */
interface Weighed extends Atom {
  weight: number;
}

/**
 * A text as parts that X takes one by one, numbered like `… (2/3)`; the text itself when it fits whole. Parts end between words
 * where they can, and never inside a link or a character as people see it.
 */
export function inParts(text: string, visibility: Visibility): string[] {
  const weigh = (piece: string) => measure(piece, visibility).length;
  const { length, limit } = measure(text, visibility);
  if (length <= limit) return [text];
  const room = limit - numbering(MOST, MOST).length;
  const atoms = atomsOf(text, (piece) => weigh(piece) <= room).map((atom) => ({
    ...atom,
    weight: weigh(atom.gap) + weigh(atom.text),
  }));
  for (let digits = 1; ; digits += 1) {
    const last = 10 ** digits - 1;
    const parts = filled(atoms, limit - numbering(last, last).length, weigh);
    if (parts.length <= last) return parts.map((part, index) => part + numbering(index + 1, parts.length));
  }
}

function numbering(part: number, parts: number): string {
  return ` (${part}/${parts})`;
}

/** Fills each part to the room that it has. */
function filled(atoms: Weighed[], room: number, weigh: (text: string) => number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < atoms.length; ) {
    let to = from + 1;
    let weight = atoms[from]?.weight ?? 0;
    for (let next = atoms[to]; next !== undefined && weight + next.weight <= room; next = atoms[to]) {
      weight += next.weight;
      to += 1;
    }
    let part = joined(atoms, from, to);
    // Pieces without space between them may weigh more together: `a.` and `co` are a link of 23.
    while (to > from + 1 && weigh(part) > room) {
      to -= 1;
      part = joined(atoms, from, to);
    }
    parts.push(part);
    from = to;
  }
  return parts;
}

function joined(atoms: Weighed[], from: number, to: number): string {
  return atoms
    .slice(from, to)
    .reduce((text, atom) => (text === '' ? atom.text : text + atom.gap + atom.text), '');
}

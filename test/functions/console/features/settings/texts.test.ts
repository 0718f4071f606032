import { describe, expect, it } from 'vitest';
import {
  idFrom,
  listOf,
  moved,
  orNothing,
  textOf,
  withoutBlanks,
} from '../../../../../functions/console/features/settings/texts.ts';

describe('lists in a line', () => {
  it('are words between commas, and back', () => {
    expect(listOf(' booking, app ,,\nshop')).toEqual(['booking', 'app', 'shop']);
    expect(textOf(['booking', 'app'])).toBe('booking, app');
    expect([textOf('x'), textOf(undefined)]).toEqual(['x', '']);
  });
});

describe('an id', () => {
  it('is made of a name, and of a number where it is taken', () => {
    expect(idFrom('Köln Büro!', [])).toBe('ko-ln-bu-ro');
    expect(idFrom('team', ['team', 'team-2'])).toBe('team-3');
    expect(idFrom('!', [])).toBe('entry');
  });
});

describe('an entry', () => {
  it('moves up and down, and stays where it would leave the list', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('leaves out what has no value', () => {
    expect(withoutBlanks({ name: 'a', group: orNothing(' ') })).toEqual({ name: 'a' });
  });
});

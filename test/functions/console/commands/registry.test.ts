import { describe, expect, it, vi } from 'vitest';
import { type Command, CommandRegistry, KeyReader } from '../../../../functions/console/commands/registry.ts';

const command = (id: string, keys: string, fields: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'go',
  keys,
  run: () => undefined,
  ...fields,
});
const press = (key: string, fields: Partial<Parameters<KeyReader['find']>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  at: 0,
  inField: false,
  ...fields,
});

describe('KeyReader', () => {
  const commands = [
    command('next', 'j'),
    command('unanswered', 'g u'),
    command('mine', 'g m'),
    command('take', 'm'),
    command('bar', 'mod+k', { inFields: true }),
  ];
  const reading = (...presses: ReturnType<typeof press>[]) => {
    const reader = new KeyReader();
    return presses.map((one) => reader.find(one, commands)?.id);
  };

  it('finds single keys, and pairs within a moment', () => {
    expect(reading(press('j'))).toEqual(['next']);
    expect(reading(press('g'), press('m', { at: 500 }))).toEqual([undefined, 'mine']);
    expect(reading(press('g'), press('m', { at: 5000 }))).toEqual([undefined, 'take']);
  });

  it('leaves letters to whoever writes', () => {
    expect(reading(press('j', { inField: true }))).toEqual([undefined]);
    expect(reading(press('k', { inField: true, ctrlKey: true }))).toEqual(['bar']);
    expect(reading(press('k', { metaKey: true }))).toEqual(['bar']);
  });

  it('takes no key of the browser for one of the page', () => {
    expect(reading(press('j', { ctrlKey: true }))).toEqual([undefined]);
  });
});

describe('CommandRegistry', () => {
  it('offers what is there, and tells of every change', () => {
    const registry = new CommandRegistry();
    const listener = vi.fn();
    registry.onChange(listener);
    registry.put('list', [command('next', 'j')]);
    registry.put('list', [command('next', 'j'), command('previous', 'k')]);
    expect(registry.list().map(({ id }) => id)).toEqual(['next', 'previous']);
    registry.remove('list');
    expect(registry.list()).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(3);
  });
});

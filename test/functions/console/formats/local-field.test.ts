import { describe, expect, it } from 'vitest';
import { fromLocalField, toLocalField } from '../../../../functions/console/formats/local-field.ts';

describe('a field for day and hour', () => {
  it('holds an instant by the clock of the device, and gives it back', () => {
    const at = '2026-03-05T09:07:00.000Z';
    expect(toLocalField(at)).toMatch(/^2026-03-0[45678]T\d\d:\d\d$/);
    expect(fromLocalField(toLocalField(at))).toBe(at);
  });

  it('may hold nothing', () => {
    expect(toLocalField(undefined)).toBe('');
    expect(fromLocalField('')).toBeUndefined();
    expect(fromLocalField('soon')).toBeUndefined();
  });
});

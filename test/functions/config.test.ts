import { describe, expect, it } from 'vitest';
import { functionSettings, readConfig } from '../../functions/config.ts';

const names = ['webhook', 'inbound', 'publish', 'schedule', 'sweep'] as const;
const complete = (name: (typeof names)[number]) =>
  Object.fromEntries(functionSettings[name].map((setting) => [setting, `value of ${setting}`]));

describe('readConfig', () => {
  it.each(names.map((name) => ({ name })))('reads all that $name needs', ({ name }) => {
    expect(readConfig(name, complete(name))).toEqual(complete(name));
  });

  it('names every setting that is missing or empty, and none of their values', () => {
    const env = { ...complete('sweep'), DUE_QUEUE_URL: '' };
    expect(() => readConfig('sweep', env)).toThrow(
      "The function 'sweep' is not configured: DUE_QUEUE_URL missing or empty.",
    );
    expect(() => readConfig('sweep', {})).toThrow(/TABLE_NAME, DUE_QUEUE_URL/);
    expect(() => readConfig('sweep', { TABLE_NAME: 'a-value' })).not.toThrow(/a-value/);
  });
});

import { expect, it } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { parameterSchemas } from '../../lib/parameter-schemas.ts';

it('are those of the settings in cdk.json and no others', () => {
  const own = Object.keys(cdkJson.context).filter((name) => !name.startsWith('@'));
  expect(own.sort()).toEqual(Object.keys(parameterSchemas).sort());
});

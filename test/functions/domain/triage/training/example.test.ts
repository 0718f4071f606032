import { describe, expect, it } from 'vitest';
import { readExamples } from '../../../../../functions/domain/triage/training/example.ts';
import { anExample } from './an-example.ts';

describe('the labelled messages', () => {
  it('are one a line', () => {
    expect(readExamples(`${JSON.stringify(anExample)}\n\n${JSON.stringify(anExample)}\n`)).toEqual([
      anExample,
      anExample,
    ]);
  });

  it('are refused with the number of the line that is wrong', () => {
    const wrong = JSON.stringify({ ...anExample, reason: 'boredom' });
    expect(() => readExamples(`${JSON.stringify(anExample)}\n${wrong}`)).toThrow(/^Line 2: /);
  });
});

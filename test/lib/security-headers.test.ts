import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../lib/security-headers.ts';

const rules = new Map(
  contentSecurityPolicy({ connect: ['https://sign-in.example'], media: ['https://files.example'] })
    .split('; ')
    .map((rule): [string, string[]] => {
      const [name = '', ...sources] = rule.split(' ');
      return [name, sources];
    }),
);

describe('the content security policy', () => {
  it('allows nothing that it does not name', () => {
    expect(rules.get('default-src')).toEqual(["'none'"]);
  });

  it('runs and styles by the files of the page and by nothing else', () => {
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('style-src')).toEqual(["'self'"]);
  });

  it('has no hole anywhere', () => {
    const all = [...rules.values()].flat();
    expect(all.filter((source) => /unsafe|\*|^https?:$/.test(source))).toEqual([]);
  });

  it('lets nobody frame the page', () => {
    expect(rules.get('frame-ancestors')).toEqual(["'none'"]);
    expect(securityHeaders['x-frame-options']).toBe('DENY');
  });

  it('talks to the places that it is given, and shows files of theirs', () => {
    expect(rules.get('connect-src')).toEqual(["'self'", 'https://sign-in.example']);
    expect(rules.get('img-src')).toContain('https://files.example');
    expect(rules.get('media-src')).toContain('https://files.example');
  });
});

import { describe, expect, test } from 'vitest';
import { matchRoute, type Route } from '../../../lib/local/http-routes.ts';

const routes = [
  '$default',
  'ANY /webhooks/{channel}',
  'GET /webhooks/status',
  'ANY /api/{proxy+}',
  'GET /api/{proxy+}',
  'GET /api/conversations/{id}',
].map((key): Route => {
  const [method = '', path = ''] = key === '$default' ? ['ANY', '/{proxy+}'] : key.split(' ');
  const segments = path.split('/').slice(1);
  return { key, method, segments, functionArn: 'arn', authorizer: undefined, scopes: [] };
});

describe('which route takes a request', () => {
  const rows: [string, string, string, string, Record<string, string>][] = [
    ['a variable takes one segment', 'POST', '/webhooks/x', 'ANY /webhooks/{channel}', { channel: 'x' }],
    ['a full match comes first', 'GET', '/webhooks/status', 'GET /webhooks/status', {}],
    [
      'the full match of another method does not',
      'PUT',
      '/webhooks/status',
      'ANY /webhooks/{channel}',
      { channel: 'status' },
    ],
    ['the rest of the path', 'PUT', '/api/a/b', 'ANY /api/{proxy+}', { proxy: 'a/b' }],
    ['the own method before any', 'GET', '/api/a/b/c', 'GET /api/{proxy+}', { proxy: 'a/b/c' }],
    [
      'one variable before the rest',
      'GET',
      '/api/conversations/7',
      'GET /api/conversations/{id}',
      { id: '7' },
    ],
    [
      'variables are decoded',
      'GET',
      '/api/conversations/a%2Fb',
      'GET /api/conversations/{id}',
      { id: 'a/b' },
    ],
    [
      'what is not encoded well stays',
      'GET',
      '/api/conversations/%E0%A4%A',
      'GET /api/conversations/{id}',
      { id: '%E0%A4%A' },
    ],
    ['the default takes what is left', 'GET', '/other', '$default', { proxy: 'other' }],
    ['a variable needs something', 'GET', '/webhooks/', '$default', { proxy: 'webhooks/' }],
  ];
  test.each(rows)('%s', (_name, method, path, key, parameters) => {
    const match = matchRoute(routes, method, path);
    expect([match?.route.key, match?.pathParameters]).toEqual([key, parameters]);
  });

  test('without a default, an unknown path has no route', () => {
    expect(matchRoute(routes.slice(1), 'GET', '/other')).toBeUndefined();
  });
});

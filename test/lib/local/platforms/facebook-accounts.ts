/** What the simulated Facebook of the tests is started with. */
export const PAGE = { id: '108200000000001', name: 'Larkspur Supply', token: 'EAAtestPageToken0000000000' };
export const OTHER_PAGE = {
  id: '108200000000002',
  name: 'Larkspur Outlet',
  token: 'EAAtestPageToken0000000002',
};
export const APP_SECRET = 'test-meta-app-secret-0123456789ab';
export const NOON = Date.parse('2026-11-21T12:00:00Z');

import type { SimulatedAccount } from '../../../../lib/local/platforms/simulator.ts';

export const CONSUMER_KEY = 'test-consumer-key';
export const CONSUMER_SECRET = 'test-x-consumer-secret-0123456789';
/** 2026-11-20T10:15:00Z. */
export const MORNING = 1_795_169_700_000;

export const BRAND: SimulatedAccount = {
  id: '1800000000000000001',
  name: 'Larkspur Supply',
  handle: 'larkspursupply',
  token: '100000001-testAccessToken',
  tokenSecret: 'test-access-token-secret',
};
export const OTHER_BRAND: SimulatedAccount = {
  id: '1800000000000000009',
  name: 'Larkspur Rail',
  handle: 'larkspurrail',
  token: '100000009-testAccessToken',
  tokenSecret: 'other-access-token-secret',
};

/** Seeded people: one with open and one with closed direct messages. */
export const INES = '1900000000000000011';
export const TOMAS = '1900000000000000012';
export const LIAM = '1900000000000000016';

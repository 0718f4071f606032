import { expect, it } from 'vitest';
import { apiUrls } from '../../../functions/channels/api-urls.ts';

it('finds the address of a channel', () => {
  const urlOf = apiUrls('{"x":"https://api.x.com","facebook":"https://graph.facebook.com"}');
  expect(urlOf('x')).toBe('https://api.x.com');
});

it('names the channel that the deployment forgot', () => {
  expect(() => apiUrls('{"x":"https://api.x.com"}')('facebook')).toThrow(
    /no address for the channel 'facebook'/,
  );
});

it.each(['not json', '{"x":"not an address"}', '[]'])('refuses the setting %j', (setting) => {
  expect(() => apiUrls(setting)).toThrow();
});

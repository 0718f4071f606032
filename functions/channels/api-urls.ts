import * as z from 'zod/mini';

const ApiUrls = z.record(z.string(), z.url());

/**
 * Where each platform's API is, from the setting of that name.
 * @throws Error for a channel without an address, which is a fault of the deployment.
 */
export function apiUrls(setting: string): (channel: string) => string {
  const urls = ApiUrls.parse(JSON.parse(setting));
  return (channel) => {
    const url = urls[channel];
    if (url === undefined) throw new Error(`CHANNEL_APIS has no address for the channel '${channel}'.`);
    return url;
  };
}

import { region } from './intrinsics.ts';

/** What every AWS client here signs with. DynamoDB Local keeps separate tables per key id and takes only letters and digits. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** Client settings for a local engine. */
export function clientSettings(endpoint: string) {
  return { endpoint, region, credentials: localCredentials };
}

import { SESv2Client, type SESv2ClientConfig } from '@aws-sdk/client-sesv2';

const unkept = { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } };

/**
 * Asks SES once: a repeat after an answer that got lost would be a second mail. Connections are not kept, because one that
 * went stale while the function slept would fail the only attempt. `where` is for tests; the environment tells it otherwise.
 */
export const mailClient = (where: Pick<SESv2ClientConfig, 'endpoint' | 'region' | 'credentials'> = {}) =>
  new SESv2Client({ ...where, maxAttempts: 1, requestHandler: unkept });

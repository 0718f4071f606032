import { mailSender } from '../mail/send-mail.ts';
import { mailClient } from '../services/mail.ts';
import { freshNonce } from '../services/platform-calls.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { router } from '../shell.ts';
import { askForMail, askPage, confirm, type SubscriptionDesk, unsubscribe } from '../subscribing.ts';

const link = '/status/subscriptions/{token}';

/** Where customers subscribe to mail about disruptions, and end it; open to everybody. */
export const handler = router(
  'subscriptions',
  (config): SubscriptionDesk => ({
    table: openTable(config.TABLE_NAME),
    clock: wallClock,
    secret: freshNonce,
    sendMail: mailSender(mailClient(), config),
    statusUrl: config.STATUS_URL,
  }),
  [
    { method: 'POST', path: '/status/subscriptions', respond: askForMail },
    { method: 'GET', path: link, respond: askPage('confirm') },
    { method: 'POST', path: link, respond: confirm },
    { method: 'GET', path: `${link}/unsubscribe`, respond: askPage('unsubscribe') },
    { method: 'POST', path: `${link}/unsubscribe`, respond: unsubscribe },
  ],
);

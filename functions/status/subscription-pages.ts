import { type Html, html } from '../mail/html.ts';
import { publicPage } from './public-page.ts';

/** Pages around a subscription. None of them tells whether an address is known: what is so comes by mail. */
const pages = {
  subscribe: {
    title: 'Get mail about disruptions',
    words: [
      'We write when something does not work and when it works again, and for nothing else. You can end it with one tap.',
    ],
    form: { action: '/status/subscriptions', button: 'Send me mail', asksAddress: true },
  },
  asked: {
    title: 'Look into your mailbox',
    words: [
      'If the address is right, a mail is on its way that asks whether it was you. Open its link, and you are on the list.',
      'Nothing came after some minutes? Look among the unwanted mails, or try again in ten minutes. An address to which our mail failed before, or where it was unwanted, gets one a day.',
    ],
  },
  confirm: {
    title: 'One more tap',
    words: ['Shall we write to you when something does not work, and when it works again?'],
    form: { action: '', button: 'Yes, write to me' },
  },
  confirmed: {
    title: 'You are on the list',
    words: ['We write when something does not work. Every mail has a link that ends it.'],
  },
  unsubscribe: {
    title: 'No more mail?',
    words: ['We then write no more about disruptions, and forget your address.'],
    form: { action: '', button: 'No more mail' },
  },
  unsubscribed: {
    title: 'You get no more mail',
    words: ['Your address is forgotten. Was it a slip? You can subscribe again at any time.'],
  },
  unknown: {
    title: 'This link is not good any more',
    words: [
      'It may be too old, or cut off by a mail program. You can subscribe anew; that sends a fresh one.',
    ],
  },
  invalid: {
    title: 'This is no mail address',
    words: ['Please look at it again: it has to be like name@example.com.'],
    form: { action: '/status/subscriptions', button: 'Send me mail', asksAddress: true },
  },
  busy: {
    title: 'Please try again later',
    words: ['From here, there were many requests in a short time. In an hour it works again.'],
  },
} as const satisfies Record<string, SubscriptionPage>;

interface SubscriptionPage {
  title: string;
  words: readonly string[];
  form?: { action: string; button: string; asksAddress?: boolean };
}

export type SubscriptionPageName = keyof typeof pages;

/** A page around a subscription. @param action where its form goes, unless that is always the same place */
export function subscriptionPage(
  which: SubscriptionPageName,
  name: string | undefined,
  action?: string,
): string {
  const shown: SubscriptionPage = pages[which];
  const form = shown.form && formHtml({ ...shown.form, action: action ?? shown.form.action });
  return publicPage({ title: shown.title, name, statusPath: '/status' }, [
    html`<div class="card"><h2>${shown.title}</h2>\n`,
    ...shown.words.map((words) => html`<p>${words}</p>\n`),
    ...(form ? [form] : []),
    html`</div>\n<p><a href="/status">Back to the status page</a></p>`,
  ]);
}

function formHtml({ action, button, asksAddress }: Required<SubscriptionPage>['form']): Html {
  const field = asksAddress
    ? html`<label for="email">Mail address</label>
<input id="email" name="email" type="email" autocomplete="email" required maxlength="254">
`
    : html``;
  return html`<form method="post" action="${action}">
${field}<button>${button}</button>
</form>
`;
}

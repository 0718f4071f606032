import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertMail } from '../../../functions/mail/alert-mail.ts';
import { CONVERSATION_ID, type Differences, type SampleStep, sampleAlert } from './sample-alert.ts';

const mailOf = (step: SampleStep, differences?: Differences) => alertMail(sampleAlert(step, differences));
const LINK = `https://desk.example.com/conversations/${CONVERSATION_ID}`;

/** Markup of a mail without its words; customers' words must never change it. */
const tagsOf = (html: string) => html.replace(/<br>/g, '').match(/<[^>]*>/g);

/** Anything that can be typed or forged, halves of characters included; the dangerous ones more often. */
const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'<>"\'&=/!\r\n\t\0\u0085\u2028\u202E\uD83D'),
    fc.nat(0x10ffff).map((point) => String.fromCodePoint(point)),
  ),
});

const subjects: [SampleStep, string][] = [
  ['warning', 'Due in 30 min: Ines Okoro on X — “my parcel LS-20431 is late”'],
  ['breach', 'Breached: Ines Okoro on X waits 2 h 00 min — “my parcel LS-20431 is late”'],
  ['escalation-1', 'Escalated to the lead: Ines Okoro on X waits 2 h 15 min — “my parcel LS-20431 is late”'],
  ['escalation-2', 'Escalated to the admin: Ines Okoro on X waits 3 h 00 min — “my parcel LS-20431 is late”'],
];

const odd: Record<string, { differences: Differences; subject: string; text: string[]; absent?: string[] }> =
  {
    'a person without a name': {
      differences: { contact: { name: undefined } },
      subject: 'Breached: @ines_okoro on X waits 2 h 00 min — “my parcel LS-20431 is late”',
      text: [
        '@ines_okoro has waited',
        'Who: name not told by the platform · @ines_okoro · 12,400 followers · verified',
      ],
    },
    'a person of whom nothing is known': {
      differences: {
        contact: { name: undefined, handle: undefined, followers: undefined, verified: undefined },
      },
      subject: 'Breached: Somebody on X waits 2 h 00 min — “my parcel LS-20431 is late”',
      text: ['Somebody has waited', 'Who: name not told by the platform · followers not known\n'],
      absent: ['undefined', '@'],
    },
    'a single follower': {
      differences: { contact: { followers: 1, verified: false } },
      subject: 'Breached: Ines Okoro on X waits 2 h 00 min — “my parcel LS-20431 is late”',
      text: ['Who: Ines Okoro · @ines_okoro · 1 follower\n'],
      absent: ['verified'],
    },
    'a private message on Facebook to a page with a name': {
      differences: {
        conversation: { channel: 'facebook', visibility: 'private' },
        input: { accountName: 'Loom & Sons' },
      },
      subject: 'Breached: Ines Okoro on Facebook waits 2 h 00 min — “my parcel LS-20431 is late”',
      text: ['Where: Facebook · private · to Loom & Sons'],
    },
    'words from right to left': {
      differences: { contact: { name: 'ليلى حداد' }, message: { text: 'طردي متأخر' } },
      subject: 'Breached: \u2068ليلى حداد\u2069 on X waits 2 h 00 min — \u2068“طردي متأخر”\u2069',
      text: ['> طردي متأخر\n', '\u2068ليلى حداد\u2069 has waited 2 hours'],
    },
    'a name that would turn the line around': {
      differences: { contact: { name: 'Ines \u202EorokO\u2066' } },
      subject: 'Breached: Ines orokO on X waits 2 h 00 min — “my parcel LS-20431 is late”',
      text: ['Ines orokO has waited'],
      absent: ['\u202E', '\u2066'],
    },
    'an emoji of several code points at the place of the cut': {
      differences: { message: { text: `${'a'.repeat(59)}👩‍👩‍👧‍👦 and more` } },
      subject: `Breached: Ines Okoro on X waits 2 h 00 min — “${'a'.repeat(59)}👩‍👩‍👧‍👦…”`,
      text: ['👩‍👩‍👧‍👦 and more'],
    },
    'pictures without words': {
      differences: {
        message: { text: '', attachments: [{ type: 'image' }, { type: 'image' }, { type: 'file' }] },
      },
      subject: 'Breached: Ines Okoro on X waits 2 h 00 min — 2 images, 1 file',
      text: ['With it came 2 images, 1 file.'],
      absent: ['“”', '> '],
    },
    'a message without anything': {
      differences: { message: { text: ' \n ' } },
      subject: 'Breached: Ines Okoro on X waits 2 h 00 min',
      text: ['The message has no words.'],
      absent: ['“”'],
    },
    'a message that its author took back': {
      differences: { message: { deletedAt: '2026-11-21T11:00:00.000Z' } },
      subject: 'Breached: Ines Okoro on X waits 2 h 00 min',
      text: ['The message was deleted by its author.'],
      absent: ['LS-20431'],
    },
    'a message of several lines': {
      differences: { message: { text: 'first\r\nsecond\n\n\n\n\nthird\u2028fourth\u0000\u0007' } },
      subject: 'Breached: Ines Okoro on X waits 2 h 00 min — “first second third fourth”',
      text: ['> first\n> second\n> \n> third\n> fourth\n'],
    },
    'a late answer that came before the mail left': {
      differences: { clock: { state: 'breached', answeredAt: '2026-11-21T12:05:00.000Z' } },
      subject: 'Breached: Ines Okoro on X waited 2 h 05 min — “my parcel LS-20431 is late”',
      text: [
        'Ines Okoro waited 2 hours 5 minutes',
        'the answer came 5 minutes late.',
        'Next: nothing; the waiting is over',
      ],
    },
    'a waiting that was ended without an answer': {
      differences: { clock: { state: 'breached', endedAt: '2026-11-21T12:10:00.000Z' } },
      subject: 'Breached: Ines Okoro on X waited 2 h 10 min — “my parcel LS-20431 is late”',
      text: ['the waiting ended without an answer.'],
    },
  };

describe('alertMail', () => {
  it.each(subjects)('says in the subject of a %s what happened, before all else', (step, subject) => {
    expect(mailOf(step).subject).toBe(subject);
  });

  it.each(Object.entries(odd))('finds words for %s', (_name, { differences, subject, text, absent = [] }) => {
    const mail = mailOf('breach', differences);
    expect(mail.subject).toBe(subject);
    for (const part of text) expect(mail.text).toContain(part);
    for (const part of absent) expect(mail.subject + mail.text + mail.html).not.toContain(part);
  });

  it('tells all in the text that it tells in the HTML', () => {
    const { text, html } = mailOf('escalation-1');
    const facts = [
      'Ines Okoro has waited 2 hours 15 minutes for a first response.',
      'It was due at Sat 21 Nov, 12:00:00 UTC, 15 minutes ago.',
      'my parcel LS-20431 is late',
      'Ines Okoro · @ines_okoro · 12,400 followers · verified',
      'X · public · to account 4400000000000000001',
      'Sat 21 Nov, 10:00:00 UTC',
      'the team, Sat 21 Nov, 11:30:01 UTC (warning)',
      'the team, Sat 21 Nov, 12:00:01 UTC (breach)',
      'the lead, Sat 21 Nov, 12:15:01 UTC (escalation 1)',
      'the admin, Sat 21 Nov, 13:00:00 UTC, unless somebody answers before',
      'The policy “x” allows 2 hours for a first response, counted from the oldest unanswered message.',
      LINK,
    ];
    for (const fact of facts) {
      expect(text).toContain(fact);
      expect(html).toContain(fact);
    }
  });

  it('says that nobody is told after the last step', () => {
    expect(mailOf('escalation-2').text).toContain('Next: nobody else is told');
  });

  it('says of a warning that comes after the deadline that it is over', () => {
    const { subject, text } = mailOf('warning', { input: { now: '2026-11-21T12:03:00.000Z' } });
    expect(subject).toMatch(/^Due 3 min ago: /);
    expect(text).toContain('It was due at Sat 21 Nov, 12:00:00 UTC, 3 minutes ago.');
  });

  it('does not count a warning as told that fired only with the breach', () => {
    const alert = sampleAlert('breach');
    const steps = alert.clock.steps.map((step) => (step.firedAt ? { ...step, firedAt: alert.now } : step));
    const { text } = alertMail({ ...alert, clock: { ...alert.clock, steps } });
    expect(text).toContain('Told: the team, Sat 21 Nov, 12:00:01 UTC (breach)\n');
  });

  it('says that a message is no longer stored', () => {
    const { message: _, ...alert } = sampleAlert('breach');
    expect(alertMail(alert).text).toContain('The message is no longer stored.');
  });

  it('cuts a message of 10,000 characters and says where the rest is', () => {
    const { text, html } = mailOf('breach', { message: { text: `${'word '.repeat(1999)}&last` } });
    expect(text).toContain('The message is longer; all of it is in the conversation.');
    expect(text).not.toContain('&last');
    expect(text.length).toBeLessThan(5000);
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });

  it('keeps a message of 3,000 characters whole', () => {
    const { text } = mailOf('breach', { message: { text: `${'x'.repeat(2996)} end` } });
    expect(text).toContain('x end\n');
    expect(text).not.toContain('The message is longer');
  });

  it('shows markup in a message as the characters it was typed with', () => {
    const typed = '<script>alert(1)</script><img src=x onerror="a(\'b\')"> &amp; </blockquote>';
    const { html } = mailOf('breach', { message: { text: typed }, contact: { name: '<b>Ines</b>' } });
    expect(tagsOf(html)).toEqual(tagsOf(mailOf('breach').html));
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp;amp;',
    );
  });

  it('lets no words of a customer start another header, or markup, whatever they are', () => {
    const { conversation, message, ...alert } = sampleAlert('breach');
    const expected = tagsOf(mailOf('breach').html);
    fc.assert(
      fc.property(words, words, words, (name, handle, text) => {
        const contact = { ...conversation.contact, name: `x${name}`, handle };
        const written = { ...message, text: `x${text}` };
        const { subject, html } = alertMail({
          ...alert,
          conversation: { ...conversation, contact },
          message: written,
        });
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(subject.isWellFormed()).toBe(true);
        expect(tagsOf(html)).toEqual(expected);
      }),
    );
  });

  it('keeps the subject short, whatever the name and the message are', () => {
    const accents = `e${'\u0301'.repeat(5000)}`;
    const { subject } = mailOf('breach', {
      contact: { name: accents },
      message: { text: accents.repeat(3) },
    });
    expect(subject.length).toBeLessThan(250);
  });

  it('does not let a conversation id leave its place in the address', () => {
    const { html } = mailOf('breach', { conversation: { id: '../"><a?b#c' } });
    expect(html).toContain('href="https://desk.example.com/conversations/..%2F%22%3E%3Ca%3Fb%23c"');
  });
});

describe('the alert of a promise', () => {
  const clock = { id: 'p1', kind: 'promise' as const };
  const promises = [
    { id: 'p1', text: "I'll call you\nby noon", clock: { ...sampleAlert('breach').clock, ...clock } },
  ];

  it('says what was promised, to whom and by when', () => {
    const mail = alertMail(sampleAlert('breach', { clock, conversation: { promises } }));
    expect(mail.subject).toMatch(/^Promise broken: /);
    expect(mail.text).toMatch(/You promised .+ by .+: .*I'll call you by noon/);
    expect(mail.text).toContain('Promised: ');
  });

  it.each([
    ['warning' as const, /^Promise due in 30 min/],
    ['escalation-1' as const, /^Broken promise escalated to the lead/],
  ])('says at the %s: %s', (step, subject) => {
    expect(alertMail(sampleAlert(step, { clock, conversation: { promises } })).subject).toMatch(subject);
  });
});

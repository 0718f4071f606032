import { expect, it } from 'vitest';
import { IncidentDraft } from '../../../functions/domain/incident.ts';
import { declare } from '../../../functions/domain/incident-moves.ts';
import { incidentMail } from '../../../functions/mail/incident-mail.ts';

const SINCE = '2026-11-20T10:00:00.000Z';
const by = { id: 'lead-1', name: 'Lea' };
const title = 'Booking is <b>down</b>';
const { after: incident } = declare(IncidentDraft.parse({ title }), { id: 'i1', by, now: SINCE });
const context = { consoleUrl: 'https://desk.example', now: '2026-11-20T10:30:00.000Z' };

it('says for how long nobody said anything, and where to do so', () => {
  const { subject, text, html } = incidentMail(incident, SINCE, context);
  expect(subject).toMatch(/^No update for 30 minutes: .*Booking is <b>down<\/b>/);
  expect(text).toContain('Nobody outside has been told of it yet.');
  expect(text).toContain('https://desk.example/incidents/i1');
  expect(html).toContain('&lt;b&gt;down');
});

it('knows whether anything was said outside', () => {
  const { text } = incidentMail({ ...incident, firstWordAt: SINCE }, SINCE, context);
  expect(text).toContain('even that there is nothing new');
});

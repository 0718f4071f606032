import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createEvent } from '../../../lib/local/event-bus.ts';
import { createNarrator, type Narrator } from '../../../lib/local/narrator.ts';

function told(tell: (narrator: Narrator) => void): string[] {
  const lines: string[] = [];
  tell(createNarrator((line) => lines.push(stripVTControlCharacters(line).replace(/^[\d:]{8} {2}/, ''))));
  return lines;
}

const event = (name: string, data: Record<string, unknown>) =>
  createEvent('hark', name, [], { conversationId: 'CONV', name, data }, new Date());

describe('one line per thing that happens', () => {
  const rows: [string, Record<string, unknown>, RegExp][] = [
    ['message.received', { channel: 'x', visibility: 'public' }, /^public message in on x {2}CONV$/],
    [
      'conversation.opened',
      { channel: 'facebook', visibility: 'private' },
      /^private conversation opened on facebook {2}CONV$/,
    ],
    [
      'clock.started',
      { kind: 'firstResponse', dueAt: '2026-11-20T10:15:00Z' },
      /^first response clock started: due .*\d\d:15:00 {2}CONV$/,
    ],
    ['clock.warned', { kind: 'firstResponse', to: 'team' }, /warning the team/],
    [
      'clock.breached',
      { kind: 'nextResponse', to: 'team' },
      /^next response clock breached - telling the team/,
    ],
    [
      'clock.escalated',
      { kind: 'firstResponse', to: 'boss@hark.example' },
      /escalated to boss@hark\.example/,
    ],
    ['something.new', {}, /^something\.new/],
  ];
  test.each(rows)('%s', (name, data, expected) => {
    expect(told((narrator) => narrator.event(event(name, data)))).toEqual([expect.stringMatching(expected)]);
  });

  test('events of others are not told', () => {
    expect(
      told((narrator) => narrator.event(createEvent('aws.ses', 'Email Sent', [], {}, new Date()))),
    ).toEqual([]);
  });

  test('a mail is told without what its subject quotes', () => {
    const mail = {
      to: 'team@hark.example',
      subject: 'Due in 4 s — “where is my desk”',
      text: '',
      html: '',
      headers: {},
      sentAt: '',
    };
    expect(told((narrator) => narrator.mail(mail))).toEqual(['mail to team@hark.example  Due in 4 s']);
  });
});

describe('what functions print', () => {
  const rows: [string, string, string[]][] = [
    ['a warning', '{"level":"WARN","message":"late"}', ['due: late']],
    [
      'an error with its cause',
      '{"level":"ERROR","message":"failed","error":{"name":"E","message":"gone"}}',
      ['due: failed  gone'],
    ],
    ['an information stays in the file', '{"level":"INFO","message":"fine"}', []],
    ['anything else stays in the file', 'hello', []],
    [
      'control characters do not reach the terminal',
      '{"level":"WARN","message":"a\\u001b[2Jb\\nc"}',
      ['due: a [2Jb c'],
    ],
  ];
  test.each(rows)('%s', (_name, line, expected) => {
    expect(told((narrator) => narrator.output('due', line))).toEqual(expected);
  });
});

/** Words about how the machinery fares. */
export const health = {
  title: 'Health',
  sub: 'How the machinery behind the desk fares.',
  refresh: 'Look again',
  queues: 'Queues',
  queuesHint: 'What could not be done after several tries waits as given up, until somebody tries it again.',
  queue: 'Queue',
  waiting: 'Waiting',
  inFlight: 'Being worked at',
  deadLetters: 'Given up',
  redrive: 'Try again',
  redriveAll: (queue: string) => `Try again what was given up of ${queue}`,
  redriven: (count: number) => (count === 1 ? '1 is tried again' : `${count} are tried again`),
  dropped: 'What nobody understood',
  droppedHint:
    'Events of the platforms in the last seven days that Hark could not read. They are kept for 30 days.',
  noDropped: 'Everything was understood.',
  day: 'Day',
  reason: 'Reason',
  count: 'How many',
  lateness: 'Alerts',
  latenessHint: 'How late alerts went out in the last seven days.',
  noLateness: 'No alert was due.',
  alerts: 'alerts',
  half: 'half of them within',
  almostAll: '99 of 100 within',
  counters: 'Numbers beside the views',
  countersHint:
    'They are kept up with every change. Should one ever be wrong, all can be counted anew; what happens meanwhile is counted within minutes.',
  recount: 'Count anew',
  recounted: (conversations: number, corrected: number) =>
    `${conversations} ${conversations === 1 ? 'conversation' : 'conversations'} counted; ${
      corrected === 0
        ? 'every number was right'
        : corrected === 1
          ? '1 number was wrong'
          : `${corrected} numbers were wrong`
    }`,
  accounts: 'Accounts',
} as const;

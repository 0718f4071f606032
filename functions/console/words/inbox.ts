/** Words about clocks. */
export const clock = {
  left: (time: string) => `${time} left`,
  late: (time: string) => `${time} late`,
  met: 'Answered in time',
  answeredLate: 'Answered late',
  missed: 'Missed',
  ended: 'Ended',
  kinds: {
    firstResponse: 'First response',
    nextResponse: 'Next response',
    promise: 'Promise',
    resolution: 'Resolution',
  },
  due: 'Due',
  now: 'now',
} as const;

/** The five reasons for which people write. */
export const reasons: Record<string, string> = {
  feedback: 'Feedback',
  satisfaction: 'Praise',
  dissatisfaction: 'Complaint',
  inquiry: 'Question',
  problem: 'Problem',
};

export const priorities: Record<string, string> = {
  low: 'Low',
  normal: 'Normal',
  high: 'High',
  urgent: 'Urgent',
};

/** Words of the inbox. */
export const inbox = {
  title: 'Inbox',
  views: {
    unanswered: 'Unanswered',
    mine: 'Mine',
    team: 'My team',
    all: 'All open',
    snoozed: 'Snoozed',
    resolved: 'Resolved',
    mentions: 'Mentions',
    spam: 'Spam',
  },
  channels: 'Channels',
  savedViews: 'Saved views',
  teams: 'Teams',
  search: 'Search by name, handle or words',
  clearSearch: 'Clear the search',
  filter: 'Filter',
  filters: {
    channel: 'Channel',
    team: 'Team',
    owner: 'Owner',
    reason: 'Reason',
    tag: 'Tag',
    status: 'Status',
    anyChannel: 'Any channel',
    anyTeam: 'Any team',
    anyOwner: 'Anybody',
    anyReason: 'Any reason',
    anyTag: 'Any tag',
    nobody: 'Nobody',
    me: 'Me',
    clear: 'Clear all',
  },
  saveView: 'Save as a view',
  saveViewName: 'Name of the view',
  saveViewDone: 'View saved',
  removeView: (name: string) => `Remove the view “${name}”`,
  save: 'Save',
  list: 'Conversations',
  person: 'Unknown person',
  reach: (followers: string) => `${followers} followers`,
  verified: 'verified',
  owner: (name: string) => `Owned by ${name}`,
  nobody: 'No owner',
  unansweredMessages: (count: number) => (count === 1 ? '1 unanswered' : `${count} unanswered`),
  noWords: 'No text',
  publicly: 'in public',
  privately: 'in private',
  loadingMore: 'Loading more…',
  end: 'That is all of them',
  refresh: 'Refresh',
  counted: (count: number) => `${count} conversations`,
  empty: {
    unanswered: { title: 'Everybody has an answer', text: 'New messages appear here by themselves.' },
    mine: { title: 'Nothing is yours yet', text: 'Take a conversation, or start to answer one.' },
    search: {
      title: 'Nothing found',
      text: 'Search finds names, handles and words of messages. Try fewer words.',
    },
    filtered: { title: 'Nothing fits these filters', text: 'Take one away, or look into another view.' },
    other: { title: 'Nothing here', text: 'Conversations appear here by themselves.' },
  },
  first: {
    title: 'Welcome to Hark',
    text: 'Whatever customers write to your pages and handles, in public or in private, becomes a conversation here, with a clock that says until when to answer.',
    connect: 'Connect a page or a handle and the first message appears by itself.',
    local:
      'This desk runs on one machine, and the platforms around it are simulated. Be a customer, or let some invented ones write.',
    outside: 'Open the outside world',
    sample: 'Let invented customers write',
    sampling: 'They are writing…',
  },
  choose: 'Choose a conversation',
  chooseHint: 'j and k move in the list, Enter opens, ? shows all keys.',
  back: 'Back to the list',
  keys: {
    next: 'Next conversation',
    previous: 'Previous conversation',
    search: 'Search',
    goTo: (view: string) => `Go to ${view}`,
  },
} as const;

/** Words about what the desk reads from a message. */
export const triage = {
  guess: 'What the desk reads from it; press to set it right',
  corrected: 'Somebody set this right',
  why: 'Why they write',
  mood: 'How they feel',
  moods: { negative: 'Unhappy', neutral: 'Neutral', positive: 'Happy' },
  needsNone: 'Needs no answer',
  needsOne: 'Needs an answer',
  spam: 'Spam',
  noSpam: 'Not spam',
  because: (list: string) => `Decided by ${list}`,
  thanks: 'Set right; the desk learns from it',
} as const;

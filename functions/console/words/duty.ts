/** Words about who gets work, and when they are there for it. */
export const duty = {
  hint: 'Who gets the work of a team by itself, how much at once, and when.',
  noTeams: 'There are no teams yet. Add one under Teams.',
  none: 'Without shifts, whoever of the team is online is on duty.',
  add: 'Add a shift',
  week: (team: string, zone: string) => `On duty in ${team}, by the clock of ${zone}`,
  nobody: 'Nobody',
  who: 'Who is on duty',
  chooseSomebody: 'Choose somebody.',
  nobodyChosen: 'nobody chosen',
  noHours: 'no hours',
  days: (count: number) => (count === 1 ? '1 day a week' : `${count} days a week`),
} as const;

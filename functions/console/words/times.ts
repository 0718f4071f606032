/** Words for a time that is chosen by one clock or another. */
export const times = {
  clock: 'By the clock of',
  ofDevice: (city: string) => `This device (${city})`,
  ofTeam: (city: string, team: string) => `${team} (${city})`,
  hours: 'Hours',
  minutes: 'Minutes',
  set: 'Set this time',
  previousMonth: 'The month before',
  nextMonth: 'The month after',
  passed: 'This time has passed.',
  inCity: (time: string, city: string) => `${time} in ${city}`,
  forYou: (time: string) => `${time} for you`,
} as const;

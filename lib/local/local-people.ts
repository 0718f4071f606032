/** The roles of the desk, the least mighty first. */
export const roles = ['agent', 'lead', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Somebody who can sign in locally. */
export interface LocalPerson {
  /** The user's id, as Cognito's `sub`. */
  sub: string;
  role: Role;
  name: string;
  email: string;
}

/** One person a role; they are made up, and no stack in AWS knows them. */
export const localPeople: LocalPerson[] = [
  {
    sub: '00000000-0000-4000-8000-00000000000a',
    role: 'agent',
    name: 'Ada Agent',
    email: 'agent@hark.example',
  },
  { sub: '00000000-0000-4000-8000-00000000000b', role: 'lead', name: 'Leo Lead', email: 'lead@hark.example' },
  {
    sub: '00000000-0000-4000-8000-00000000000c',
    role: 'admin',
    name: 'Mina Admin',
    email: 'admin@hark.example',
  },
];

/** True for a role of the desk. */
export function isRole(text: string | undefined): text is Role {
  return roles.some((role) => role === text);
}

import { createContext, use } from 'react';
import type { Client } from '../api/client.ts';
import type { Me, Role } from '../api/people.ts';
import type { Session } from './session.ts';

/** What every screen stands on: who is signed in, and the way to the desk. */
export interface DeskTools {
  session: Session;
  client: Client;
  me: Me;
}

export const DeskContext = createContext<DeskTools | undefined>(undefined);

/** The desk's tools. @throws Error outside of a signed-in desk, which is a fault of the page */
export function useDesk(): DeskTools {
  const tools = use(DeskContext);
  if (!tools) throw new Error('This part of the page stands outside of the desk.');
  return tools;
}

const order: Role[] = ['agent', 'lead', 'admin'];

/** Whether somebody may do what a role may. The API refuses it anyway; the page only does not offer it. */
export function may({ role }: Me, needed: Role): boolean {
  return order.indexOf(role) >= order.indexOf(needed);
}

import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { Credentials } from '../api/client.ts';
import { type Configuration, readConfiguration } from '../api/configuration.ts';

/** A signed-in person at this page. */
export interface Session extends Credentials {
  configuration: Configuration;
  signOut(): Promise<void>;
  /** Leaves for the sign-in page, and comes back to where one was. */
  signInAgain(): Promise<void>;
}

const home = `${location.origin}/`;

/**
 * Signs in by the code flow with PKCE. The tokens live in the session storage of this tab: they survive a reload, end with the tab,
 * and other tabs get their own from the issuer, who still knows the person. Where nobody is signed in, the page leaves for the
 * sign-in page and this never resolves.
 */
export async function openSession(): Promise<Session> {
  const configuration = await readConfiguration(fetch);
  const manager = managerOf(configuration);
  const user = isCallback() ? await finish(manager) : await current(manager);
  if (!user) {
    await leave(manager);
    return new Promise(() => undefined);
  }
  let signedIn = user;
  manager.events.addUserLoaded((loaded) => {
    signedIn = loaded;
  });
  return {
    configuration,
    // The pool's access tokens carry no name and no address, and colleagues shall read who wrote a note, not an id.
    token: () => signedIn.id_token ?? signedIn.access_token,
    async renew() {
      const renewed = await manager.signinSilent().catch(() => null);
      if (renewed) signedIn = renewed;
      else await leave(manager);
      return renewed !== null;
    },
    signInAgain: () => leave(manager),
    async signOut() {
      const { signOutUrl } = configuration;
      if (!signOutUrl) return manager.signoutRedirect();
      await manager.removeUser();
      location.assign(signOutUrl);
    },
  };
}

function managerOf({ authority, clientId, scope }: Configuration): UserManager {
  return new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: home,
    post_logout_redirect_uri: home,
    response_type: 'code',
    scope,
    automaticSilentRenew: true,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** Whether somebody comes back from the sign-in page, or has signed in in this tab before. */
export function isSomebodyHere(): boolean {
  return isCallback() || Object.keys(sessionStorage).some((name) => name.startsWith('oidc.user:'));
}

function isCallback(): boolean {
  const query = new URLSearchParams(location.search);
  return query.has('state') && (query.has('code') || query.has('error'));
}

async function finish(manager: UserManager): Promise<User | undefined> {
  const user = await manager.signinCallback().catch(() => undefined);
  const path = typeof user?.state === 'string' && user.state.startsWith('/') ? user.state : '/';
  history.replaceState(null, '', path);
  // A callback that was left over, as after going back in the history, is no reason to stop somebody who is signed in.
  return user ?? current(manager);
}

async function current(manager: UserManager): Promise<User | undefined> {
  const user = await manager.getUser();
  if (!user) return undefined;
  if (!user.expired) return user;
  return (await manager.signinSilent().catch(() => null)) ?? undefined;
}

async function leave(manager: UserManager): Promise<void> {
  await manager.signinRedirect({ state: `${location.pathname}${location.search}` });
}

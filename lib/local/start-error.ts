/** Why the local stack cannot start or go on, as sentences for a person: what happened, what it means, what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

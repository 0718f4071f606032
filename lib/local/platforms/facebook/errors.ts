import { randomBytes } from 'node:crypto';

/** Graph's error as the caller sees it. `status` is the HTTP status that goes with it. */
export interface GraphErrorSpec {
  message: string;
  type?: string;
  code: number;
  subcode?: number;
  transient?: boolean;
  status?: number;
}

/** Thrown by whatever refuses a call; the router turns it into the answer. */
export class GraphError extends Error {
  readonly spec: GraphErrorSpec;

  constructor(spec: GraphErrorSpec) {
    super(spec.message);
    this.spec = spec;
  }

  get status(): number {
    return this.spec.status ?? 400;
  }

  /** The body, in Meta's order of fields. The trace id is new each time. */
  body(): object {
    const { message, type = 'OAuthException', code, subcode, transient } = this.spec;
    const fbtrace_id = `A${randomBytes(16).toString('base64url').replace(/[-_]/g, 'x').slice(0, 21)}`;
    return { error: { message, type, code, error_subcode: subcode, is_transient: transient, fbtrace_id } };
  }
}

/** The errors that need no detail, by what they mean. Codes and texts are those of the fact sheet's samples. */
export const graphErrors = {
  transient: {
    message: 'An unexpected error has occurred. Please retry your request later.',
    code: 2,
    transient: true,
    status: 500,
  },
  unknown: { message: 'An unknown error has occurred.', code: 1, transient: true, status: 500 },
  appRate: { message: '(#4) Application request limit reached', code: 4, transient: true, status: 403 },
  outsideWindow: {
    message: '(#10) This message is sent outside of allowed window.',
    code: 10,
    subcode: 2018278,
  },
  restricted: {
    message: '(#10) This Page is temporarily restricted from sending messages.',
    code: 10,
    subcode: 1893063,
    status: 403,
  },
  userRate: { message: '(#17) User request limit reached', code: 17, transient: true, status: 403 },
  pageRate: { message: '(#32) Page request limit reached', code: 32, status: 403 },
  tagRemoved: {
    message: '(#100) Message tag is deprecated and no longer allowed in API requests',
    code: 100,
  },
  noUser: { message: '(#100) No matching user found', code: 100, subcode: 2018001 },
  mediaFetch: { message: '(#100) Failed to fetch the file from the url.', code: 100, subcode: 2018008 },
  attachmentNotOwned: {
    message: '(#100) The attachment id is not owned by this page.',
    code: 100,
    subcode: 2018074,
  },
  invalidComment: { message: '(#100) Invalid comment_id parameter', code: 100, subcode: 2018292 },
  noToken: { message: 'An access token is required to request this resource.', code: 104, status: 401 },
  tokenUnknown: { message: 'Invalid OAuth access token - Cannot parse access token', code: 190 },
  tokenRevoked: {
    message:
      'Error validating access token: The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
    code: 190,
    subcode: 460,
  },
  tokenExpired: {
    message: 'Error validating access token: Session has expired.',
    code: 190,
    subcode: 463,
  },
  permission: { message: '(#200) Permissions error', code: 200, status: 403 },
  abuse: {
    message: '(#368) The action attempted has been deemed abusive or is otherwise disallowed',
    code: 368,
    subcode: 1390008,
  },
  duplicatePost: { message: '(#506) Duplicate status message', code: 506 },
  unavailable: {
    message: "(#551) This person isn't available right now.",
    code: 551,
    subcode: 1545041,
  },
  rate: {
    message: '(#613) Calls to this api have exceeded the rate limit.',
    code: 613,
    subcode: 2534040,
  },
  deprecatedVersion: {
    message:
      '(#2635) You are calling a deprecated version of the API. Please update to the latest version: v26.0.',
    code: 2635,
  },
  alreadyReplied: { message: '(#10900) Activity already replied to', code: 10900 },
  notReplyable: { message: '(#10902) This activity is not replyable', code: 10902 },
  cannotReply: { message: "(#10903) This user can't reply to this activity", code: 10903 },
  businessRate: {
    message: '(#80001) There have been too many calls to this Page account. Wait a bit and try again.',
    code: 80001,
    status: 403,
  },
} satisfies Record<string, GraphErrorSpec>;

/** An error of the table above. */
export const graphError = (name: keyof typeof graphErrors): GraphError => new GraphError(graphErrors[name]);

/** A wrong parameter: code 100 without a subcode. */
export const badParameter = (detail: string): GraphError =>
  new GraphError({ message: `(#100) ${detail}`, code: 100 });

/** The object is gone, was never there, or belongs to somebody else: Graph does not say which. */
export const objectGone = (method: string, id: string): GraphError =>
  new GraphError({
    message: `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
    type: 'GraphMethodException',
    code: 100,
    subcode: 33,
  });

export const unknownPath = (path: string): GraphError =>
  new GraphError({ message: `Unknown path components: ${path}`, code: 2500 });

/** The error with this code, or with this subcode where several share a code; any other number gets a plain one. */
export function errorWithCode(code: number): GraphError {
  const specs: GraphErrorSpec[] = Object.values(graphErrors);
  const spec = specs.find((one) => one.code === code) ?? specs.find((one) => one.subcode === code);
  return new GraphError(spec ?? { message: `(#${code}) The request was refused`, code });
}

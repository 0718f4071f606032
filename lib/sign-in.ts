import { Aws, Duration, Fn, type RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { ConsoleConfig } from './console.ts';
import { livePath } from './live.ts';

export interface SignInProps {
  /** Where agents come back to after signing in, without a slash at the end. */
  readonly consoleUrl: string;
  /** @default the last part of the stack's id, which no other account has */
  readonly domainPrefix?: string;
  readonly mfa: 'required' | 'optional';
  readonly removalPolicy: RemovalPolicy;
  readonly deletionProtection: boolean;
}

/** Roles, the mightiest first; Cognito puts the one with the lowest number into the token as preferred. */
const roles = ['admin', 'lead', 'agent'];

/** Who may work at the desk: a user pool that nobody can join uninvited, with one group a role. */
export class SignIn extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id);
    this.pool = this.createPool(props);
    for (const [index, role] of roles.entries()) {
      new UserPoolGroup(this, role, { userPool: this.pool, groupName: role, precedence: index + 1 });
    }
    const home = `${props.consoleUrl}/`;
    this.client = this.pool.addClient('Console', {
      // A page in a browser can keep no secret: the code flow with PKCE needs none.
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [home],
        logoutUrls: [home],
      },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
    });
    this.domain = this.pool.addDomain('Page', {
      cognitoDomain: { domainPrefix: props.domainPrefix ?? uniquePrefix() },
    });
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus tier costs by the user, from the first one on; an operator who needs its threat protection can turn it on.',
    });
  }

  private createPool(props: SignInProps): UserPool {
    return new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: props.mfa === 'required' ? Mfa.REQUIRED : Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      removalPolicy: props.removalPolicy,
      deletionProtection: props.deletionProtection,
    });
  }

  /** Lets a request in that carries a token of this pool for this client. */
  authorizer(): HttpJwtAuthorizer {
    return new HttpJwtAuthorizer('SignIn', this.pool.userPoolProviderUrl, {
      jwtAudience: [this.client.userPoolClientId],
    });
  }

  /** Where the page asks how to sign in. */
  get authority(): string {
    return this.pool.userPoolProviderUrl;
  }

  /** What the page at this address is told in order to sign somebody in, and where its live connection is. */
  consoleConfig(consoleUrl: string): ConsoleConfig {
    const host = Fn.select(2, Fn.split('/', consoleUrl));
    const clientId = this.client.userPoolClientId;
    // An address within an address, spelled out because the host is known only once it is deployed.
    const home = `https%3A%2F%2F${host}%2F`;
    return {
      authority: this.authority,
      clientId,
      scope: 'openid email profile',
      liveUrl: `wss://${host}/${livePath}`,
      signOutUrl: `${this.url}/logout?client_id=${clientId}&logout_uri=${home}`,
    };
  }

  /** Address of the sign-in page. */
  get url(): string {
    return `https://${this.domain.domainName}.auth.${Stack.of(this).region}.amazoncognito.com`;
  }
}

/** Domain prefixes are unique in a region over all accounts, so it takes something random that stays: the id of the stack. */
function uniquePrefix(): string {
  const uuid = Fn.select(2, Fn.split('/', Aws.STACK_ID));
  return Fn.join('-', ['hark', Fn.select(4, Fn.split('-', uuid))]);
}

import type { KeyObject } from 'node:crypto';
import { type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { Resolve } from './intrinsics.ts';
import type { Template } from './template.ts';

/** A JWT authorizer of the HTTP API. */
export interface Authorizer {
  issuer: string;
  /** One of these must be the token's `aud`, or its `client_id` when it has no `aud`. */
  audience: string[];
}

const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z._default(z.array(z.string()), ['$request.header.Authorization']),
  JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
});

/**
 * Reads the authorizers of the template by their logical id.
 * @throws Error for one that does not take its token from the Authorization header.
 */
export function readAuthorizers(template: Template, resolve: Resolve): Map<string, Authorizer> {
  const authorizers = template.resources.filter(({ type }) => type === 'AWS::ApiGatewayV2::Authorizer');
  return new Map(
    authorizers.map(({ logicalId, properties }) => {
      const { IdentitySource, JwtConfiguration } = AuthorizerProperties.parse(resolve(properties));
      if (IdentitySource.some((source) => source.toLowerCase() !== '$request.header.authorization')) {
        throw new Error(`The authorizer ${logicalId} reads its token from ${IdentitySource.join(', ')}.`);
      }
      return [logicalId, { issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience }];
    }),
  );
}

/** The claims of a valid token, as the function sees them; undefined when the token is missing or not valid. */
export async function authorize(
  { issuer, audience }: Authorizer,
  publicKey: KeyObject,
  header: string | undefined,
): Promise<Record<string, string> | undefined> {
  const token = header?.replace(/^Bearer /i, '');
  if (!token) return undefined;
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
    });
    const meant = payload.aud === undefined ? [payload.client_id] : [payload.aud].flat();
    return meant.some((each) => audience.some((wanted) => wanted === each)) ? asText(payload) : undefined;
  } catch {
    return undefined;
  }
}

/** API Gateway hands every claim over as text, a list as `[first second]`. */
function asText(payload: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? `[${value.join(' ')}]`
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value),
    ]),
  );
}

import {
  ApiGatewayManagementApiClient,
  type ApiGatewayManagementApiClientConfig,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import type { Post } from '../live/tell.ts';

/** Hands messages to pages through the WebSocket API at `endpoint`. `who` is for tests; the environment tells it otherwise. */
export function openPost(
  endpoint: string,
  who: Pick<ApiGatewayManagementApiClientConfig, 'region' | 'credentials'> = {},
): Post {
  const client = new ApiGatewayManagementApiClient({ ...who, endpoint });
  return async (ConnectionId, Data) => {
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId, Data }));
      return 'sent';
    } catch (error) {
      if (error instanceof GoneException) return 'gone';
      throw error;
    }
  };
}

import type { Announcer } from './announce.ts';
import type { Deliveries } from './deliveries.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

/** Everything that an endpoint, or a person's act, works with. */
export interface Platform {
  readonly world: World;
  readonly webhooks: Webhooks;
  readonly subscriptions: Subscriptions;
  readonly deliveryStore: DeliveryStore;
  readonly deliveries: Deliveries;
  readonly announcer: Announcer;
  readonly consumerSecret: string;
}

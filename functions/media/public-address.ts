import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet: no loopback, private, link-local (where clouds keep their credentials),
 * shared, documentation or multicast one, and no IPv6 form that leads to one of these.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

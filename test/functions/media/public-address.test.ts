import { expect, it } from 'vitest';
import { isPublicAddress } from '../../../functions/media/public-address.ts';

it.each([
  ['an address of the internet', '104.244.43.131'],
  ['one of its newer half', '2606:1f80:f000:1::1'],
  ['one of the internet, mapped', '::ffff:104.244.43.131'],
])('lets pass %s: %s', (_name, address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  ['loopback', '127.0.0.1'],
  ['loopback elsewhere', '127.8.8.8'],
  ['loopback in short', '127.1'],
  ['loopback in one number', '2130706433'],
  ['loopback in octal', '0177.0.0.1'],
  ['any address of this machine', '0.0.0.0'],
  ['a private network (10)', '10.1.2.3'],
  ['a private network (172.16)', '172.31.255.255'],
  ['a private network (192.168)', '192.168.1.1'],
  ['a network shared by customers of a provider', '100.64.0.1'],
  ['where clouds keep credentials', '169.254.169.254'],
  ['where containers get credentials', '169.254.170.2'],
  ['a multicast group', '224.0.0.251'],
  ['a broadcast', '255.255.255.255'],
  ['a reserved range', '240.0.0.1'],
  ['a range for documentation', '192.0.2.1'],
  ['a range for measurements', '198.18.0.1'],
  ['loopback, newer', '::1'],
  ['any address, newer', '::'],
  ['a private network, newer', 'fd12:3456::1'],
  ['where clouds keep credentials, newer', 'fd00:ec2::254'],
  ['a link-local address', 'fe80::1'],
  ['a link-local address with its link', 'fe80::1%eth0'],
  ['a site-local address', 'fec0::1'],
  ['a multicast group, newer', 'ff02::1'],
  ['loopback, mapped', '::ffff:127.0.0.1'],
  ['loopback, mapped, in hexadecimal', '::ffff:7f00:1'],
  ['a private network, mapped', '::ffff:10.0.0.1'],
  ['loopback, in the form of old', '::127.0.0.1'],
  ['a private network through a translator', '64:ff9b::a00:1'],
  ['a private network through a tunnel', '2002:a00:1::1'],
  ['what is no address', 'localhost'],
  ['nothing', ''],
])('holds back %s: %s', (_name, address) => {
  expect(isPublicAddress(address)).toBe(false);
});

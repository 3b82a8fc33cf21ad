/** Which internet addresses belong to the public internet. Pure. Lists: IANA special-purpose registries. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

const notPublic4 = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]) {
  const [net = '', prefix] = range.split('/');
  notPublic4.addSubnet(net, Number(prefix), 'ipv4');
}

/** Only this block is handed out for the public internet: mapped, translated and local addresses lie outside it. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

const notPublic6 = new BlockList();
notPublic6.addSubnet('2001::', 23, 'ipv6');
notPublic6.addSubnet('2001:db8::', 32, 'ipv6');
notPublic6.addSubnet('2002::', 16, 'ipv6');
notPublic6.addSubnet('3fff::', 20, 'ipv6');

/** True for an address of the public internet. False for anything else, a name or a zoned address included. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
}

const own = new BlockList();
for (const range of ['10.0.0.0/8', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']) {
  const [net = '', prefix] = range.split('/');
  own.addSubnet(net, Number(prefix), 'ipv4');
}
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');

/** True for this machine and for private nets. Not for link-local addresses, where a cloud keeps its keys. */
export const isOwnAddress = (address: string): boolean =>
  isIPv4(address) ? own.check(address, 'ipv4') : isIPv6(address) && own.check(address, 'ipv6');

/** The test network's servers listen on every address of the machine; with this loaded first, on loopback only. */
import { Server } from 'node:net';

// oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this` below
const listen = Server.prototype.listen as (this: Server, ...rest: unknown[]) => Server;

function onLoopback(this: Server, ...rest: unknown[]): Server {
  const [port, ...others] = rest;
  if (typeof port === 'number' && typeof others[0] !== 'string')
    return listen.call(this, port, '127.0.0.1', ...others);
  if (typeof port === 'object' && port !== null && 'port' in port && !('host' in port && port.host)) {
    return listen.call(this, { ...port, host: '127.0.0.1' }, ...others);
  }
  return listen.apply(this, rest);
}

Server.prototype.listen = onLoopback as typeof Server.prototype.listen;

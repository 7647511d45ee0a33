import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Proxy {
  port: number;
  /** Every host that was asked for, known or not. */
  asked: Set<string>;
  close(): Promise<void>;
}

/** A proxy on loopback that leads these names to one port of this machine, and every other name nowhere. */
export async function startProxy(hosts: string[], port: number): Promise<Proxy> {
  const asked = new Set<string>();
  const server = createServer(({ url = '' }, response) => {
    asked.add(new URL(url, 'http://unknown').hostname);
    response.writeHead(502).end();
  });
  // The server forgets connections that were handed over, and would wait for them for ever.
  const open = new Set<Duplex>();
  server.on('connect', ({ url = '' }, socket, head) => {
    open.add(socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket)));
    const host = url.replace(/:\d+$/, '');
    asked.add(host);
    if (!hosts.includes(host)) return socket.end('HTTP/1.1 502 Nobody lives there\r\n\r\n');
    const there = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => there.destroy());
    return undefined;
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of open) socket.destroy();
      }),
  };
}

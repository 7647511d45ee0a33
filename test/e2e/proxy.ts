import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** A proxy on loopback that leads these names to one port of this machine, and every other name nowhere. */
export async function startProxy(hosts: string[], port: number): Promise<Proxy> {
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on('connect', ({ url = '' }, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!hosts.includes(url.replace(/:\d+$/, '')))
      return socket.end('HTTP/1.1 502 Nobody lives there\r\n\r\n');
    const there = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      there.write(head);
      there.pipe(socket).pipe(there);
    });
    there.on('error', () => socket.destroy());
    return undefined;
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

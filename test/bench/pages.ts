import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const paragraph = (i: number) =>
  `<section><h2>Part ${i}</h2><p>Nothing in this page is of any <a href="#p${i}">CRM</a>, and it is as long as the
pages that people read all day: <em>words</em>, lists and a table.</p><ul><li>one</li><li>two</li></ul>
<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></section>`;

/** An ordinary page, of 200 parts, on loopback. */
export async function startPages(): Promise<{ url: string; close(): Promise<unknown> }> {
  const html = `<!doctype html><title>An ordinary page</title><main>${Array.from({ length: 200 }, (_, i) => paragraph(i)).join('')}</main>`;
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

import { afterAll, expect, it } from 'vitest';
import { adapter as hubspot } from '../../src/collect/adapters/hubspot.ts';
import { adapter as salesforce } from '../../src/collect/adapters/salesforce.ts';
import { scriptsFor } from '../../src/collect/sites.ts';
import { tally } from '../tally.ts';

/* Addresses that only look like a vendor's, to people or to careless patterns. */

const RECORD = {
  hubspot: '/contacts/7654321/record/0-3/42',
  salesforce: '/lightning/r/Opportunity/006Hs00001AbCdEIAX/view',
};
const OWN = { hubspot: 'app-eu1.hubspot.com', salesforce: 'acme--uat.sandbox.lightning.force.com' };
const ADAPTERS = { hubspot, salesforce };
const vendors = ['hubspot', 'salesforce'] as const;

const ALIKE = (host: string, path: string): string[] => [
  `https://${host}.evil.example${path}`,
  `https://evil-${host.replace(/\./g, '-')}.example${path}`,
  `https://evil.example/${host}${path}`,
  `https://evil.example${path}?host=${host}`,
  `https://evil.example${path}#https://${host}${path}`,
  `https://${host}@evil.example${path}`,
  `https://${host.replace(/\.com$/, '.com.co')}${path}`,
  `https://${host.replace(/\.com$/, '.cm')}${path}`,
  `https://${host.replace(/(hubspot|force)/, 'evil$1')}${path}`,
  `https://${host.replace(/o(?=[^.]*\.com$)/, '0')}${path}`,
  // Cyrillic о and е.
  `https://${host.replace(/o(?=[^.]*\.com$)/, 'о')}${path}`,
  `https://${host.replace(/(hubspot|force)/, (name) => `${name}е`)}${path}`,
  `http://${host}${path}`,
];

let [tried, wrong] = [0, 0];
afterAll(() => tally('look-alikes', { what: 'addresses that only look like a CRM’s', tried, wrong }));

it.each(vendors)('%s: none is taken for it', (vendor) => {
  const [host, path] = [OWN[vendor], RECORD[vendor]];
  const doc = {} as Document;
  expect(ADAPTERS[vendor].recognises(new URL(`https://${host}${path}`), doc)).toBe(true);
  expect(scriptsFor(host)).toEqual([vendor]);
  for (const address of ALIKE(host, path)) {
    const url = new URL(address);
    tried++;
    wrong++;
    expect(ADAPTERS[vendor].recognises(url, doc), address).toBe(false);
    if (url.protocol === 'https:') expect(scriptsFor(url.hostname), address).toEqual(['own']);
    wrong--;
  }
});

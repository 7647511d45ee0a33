/** A content script for each vendor that has hosts of its own, and one for all CRMs under other addresses. */
export type Script = 'salesforce' | 'hubspot' | 'own';

const VENDORS: [Script, RegExp][] = [
  [
    'salesforce',
    /(^|\.)(lightning\.force\.com|lightning\.force\.com\.mcas\.ms|lightning\.(crm)?force\.mil|lightning\.sfcrmapps\.cn)$/,
  ],
  ['hubspot', /(^|\.)hubspot\.com$/],
];

/** Which scripts a host needs; the host of a match pattern may be a wildcard. */
export function scriptsFor(host: string): Script[] {
  if (host === '*') return ['salesforce', 'hubspot', 'own'];
  const vendor = VENDORS.find(([, hosts]) => hosts.test(host.replace(/^\*\./, '')));
  return [vendor?.[0] ?? 'own'];
}

/** Where a test (or a person's hand) logs a call on the record that is open, in either stand-in. */
const salesforce = (part: string): string => `.lafPageHost.active [data-demo="${part}"]`;
const hubspot = (part: string): string => `#crm [data-demo="${part}"]`;

const form = (at: typeof salesforce, kind: 'call' | 'email') => ({
  open: at(`${kind}-open`),
  subject: at(`${kind}-subject`),
  /** A select with the results `connected`, `voicemail`, `no-answer`; e-mails have a `body` instead. */
  ...(kind === 'call' ? { result: at('call-result') } : { body: at('email-body') }),
  save: at(`${kind}-save`),
});

export const LOG_CALL = { salesforce: form(salesforce, 'call'), hubspot: form(hubspot, 'call') };
export const LOG_EMAIL = { salesforce: form(salesforce, 'email'), hubspot: form(hubspot, 'email') };

/* Where a test logs a call or an e-mail on the record that is open, as a person's hand would. */

const onPage = {
  salesforce: (part: string): string => `.lafPageHost.active [data-demo="${part}"]`,
  hubspot: (part: string): string => `#crm [data-demo="${part}"]`,
};

const call = (at: (part: string) => string) => ({
  open: at('call-open'),
  subject: at('call-subject'),
  /** A select: `connected`, `voicemail`, `no-answer`. */
  result: at('call-result'),
  save: at('call-save'),
});

const email = (at: (part: string) => string) => ({
  open: at('email-open'),
  subject: at('email-subject'),
  body: at('email-body'),
  save: at('email-save'),
});

export const LOG_CALL = { salesforce: call(onPage.salesforce), hubspot: call(onPage.hubspot) };
export const LOG_EMAIL = { salesforce: email(onPage.salesforce), hubspot: email(onPage.hubspot) };

/* Bodies of e-mails: one with every personal element, one with none, one reply. */

export const goodFirstMail = (to: string, relevance: string, from: string): string =>
  `Hi ${to},

thank you for writing to us. You asked about ${relevance}: I have put three examples from teams of your size together for you.

Would Thursday at 10:00 or Friday at 14:00 suit you for a call? You can also pick a time yourself.

Kind regards,
${from}
Northlight Instruments
+1 555 010 0100`;

export const plainFirstMail = 'Dear Sir or Madam,\n\nplease find our brochure attached.\n\nThe sales team';

export const thanks = (to: string, from: string): string =>
  `Hi ${to},\n\nthank you, that was quick. Thursday suits me.\n\n${from}`;

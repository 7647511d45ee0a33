import type { Rep } from '../story.ts';
import { hubspotId, salesforceId } from './ids.ts';

const names = {
  mara: 'Mara Ellison',
  jonah: 'Jonah Whitfield',
  priya: 'Priya Raman',
  tomas: 'Tomás Ferreira',
  wei: 'Wei Lindqvist',
  /** The website's own user, which creates leads from forms and sends automatic replies. */
  web: 'Web Intake',
};

export const team: Rep[] = Object.entries(names).map(([key, name], n) => ({
  key,
  name,
  email: `${key}@northlight.example`,
  ids: { salesforce: salesforceId('005', n), hubspot: hubspotId('user', n) },
}));

import { start } from '../start.ts';

/** Every other CRM: those that people host under an address of their own are told by their pages. */
start(
  'own',
  import.meta.glob(['../adapters/*.ts', '!../adapters/salesforce.ts', '!../adapters/hubspot.ts'], {
    eager: true,
    import: 'adapter',
  }),
);

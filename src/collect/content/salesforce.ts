import { keeping } from '../kept.ts';
import { start } from '../start.ts';

start(
  'salesforce',
  import.meta.glob('../adapters/salesforce.ts', { eager: true, import: 'adapter' }),
  keeping,
);

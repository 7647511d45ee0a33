import { keeping } from '../kept.ts';
import { start } from '../start.ts';

start('hubspot', import.meta.glob('../adapters/hubspot.ts', { eager: true, import: 'adapter' }), keeping);

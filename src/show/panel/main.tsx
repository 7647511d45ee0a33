import { start } from '../start.tsx';
import { Panel } from './Panel.tsx';

start((view) => <Panel view={view} />, true);

import { start } from '../start.tsx';
import { Popup } from './Popup.tsx';

start((view) => <Popup view={view} />);

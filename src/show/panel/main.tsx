import { start } from '../start.tsx';
import { firstChoices } from './choices.ts';
import { LivePanel, PrintedSheet } from './Live.tsx';

const rep = new URLSearchParams(location.search).get('sheet');
const choices = await firstChoices();

if (rep === null) start((view) => <LivePanel view={view} first={choices} />, true);
else start((view) => <PrintedSheet rep={rep} choices={choices} isDemo={view.isDemo} />);

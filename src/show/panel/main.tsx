import { start } from '../start.tsx';
import { firstChoices } from './choices.ts';
import { LivePanel, LostSheet, PrintedSheet } from './Live.tsx';
import { sheetOf } from './printed.ts';

const rep = await sheetOf(location.search);
const choices = await firstChoices();

if (rep === undefined) start((view) => <LivePanel view={view} first={choices} />, true);
else if (rep === null) start(() => <LostSheet />);
else start((view) => <PrintedSheet rep={rep} choices={choices} isDemo={view.isDemo} />);

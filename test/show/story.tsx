import { render } from 'preact';
import { Options } from '../../src/show/options/Options.tsx';
import { Panel } from '../../src/show/panel/Panel.tsx';
import { Popup } from '../../src/show/popup/Popup.tsx';
import { localise } from '../../src/show/text.ts';
import { fakeChrome } from './chrome.ts';
import { record, states, stored } from './views.ts';

// One state of one face, for the eye: story.html?face=panel&state=full&lang=ar
const asked = new URLSearchParams(location.search);
const face = asked.get('face') ?? 'popup';
fakeChrome(asked.get('lang') ?? 'en');
localise();
const view = states[(asked.get('state') ?? 'full') as keyof typeof states];
const visible = ['1', '2', '3'].map((id) => ({ ...record, where: { ...record.where, id } }));

const faces = {
  popup: <Popup view={view} />,
  panel: <Panel view={{ ...view, visible }} />,
  options: <Options {...stored} />,
};
const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = `../../src/show/${face}/${face}.css`;
document.head.append(sheet);
render(faces[face as keyof typeof faces], document.body);

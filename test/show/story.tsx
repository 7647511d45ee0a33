import { render } from 'preact';
import { Popup } from '../../src/show/popup/Popup.tsx';
import { localise } from '../../src/show/text.ts';
import { fakeChrome } from './chrome.ts';
import { states } from './views.ts';

// One state of one face, for the eye: story.html?state=full&lang=ar
const asked = new URLSearchParams(location.search);
fakeChrome(asked.get('lang') ?? 'en');
localise();
const state = states[(asked.get('state') ?? 'full') as keyof typeof states];
render(<Popup view={state} />, document.body);

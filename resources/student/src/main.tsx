import { render } from 'preact';
import { TuttiPage } from './app/tutti-page';
import { browserDeps, newDeviceId } from './browser-deps';
import { Diagnostics } from './diagnostics';
import { AppView } from './screens/app-view';
import { deviceOfAddress } from './app/moved-address';
import { codeOfAddress } from './room-code';
import { en } from './strings/en';
import './styles/base.css';
import './styles/join.css';
import './styles/class.css';
import './styles/play.css';
import './styles/ring.css';
import './styles/ring-sides.css';
import './styles/duo.css';
import './styles/soundcheck.css';
import './styles/mood.css';
import './styles/door.css';
import './styles/night.css';

const deps = browserDeps((sound) => {
  page.store.dispatch({ kind: 'soundChanged', sound });
  if (sound === 'suspended') {
    page.session?.checkAwake(); // A call or Siri took the sound; it may need a touch to come back.
  }
});
const diagnostics: Diagnostics = new Diagnostics(() => page, deps);
const page: TuttiPage = new TuttiPage(deps, newDeviceId, diagnostics.logClick);

document.documentElement.lang = en.language;
document.title = en.title;

const root = document.body;
let drawing = false;
const draw = (): void => {
  drawing = false;
  render(<AppView page={page} state={page.store.state} />, root);
};
page.store.onChange(() => {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(draw);
  }
});

// Long-press menus and pinch zoom would take a six-year-old out of the music.
for (const gesture of ['contextmenu', 'gesturestart', 'dblclick', 'dragstart', 'selectstart']) {
  document.addEventListener(gesture, (event) => {
    event.preventDefault();
  });
}

diagnostics.expose();
draw();
const { hash, search, pathname } = location;
const device = deviceOfAddress(hash);
if (device !== null) {
  history.replaceState(null, '', pathname + search); // Who this tablet is stays out of the address.
}
page.open(codeOfAddress(search, hash), device);

import { render } from 'preact';
import { TuttiPage } from './app/tutti-page';
import { browserDeps, newDeviceId } from './browser-deps';
import { Diagnostics } from './diagnostics';
import { AppView } from './screens/app-view';
import { codeOfAddress } from './room-code';
import { en } from './strings/en';
import './styles/base.css';
import './styles/join.css';
import './styles/class.css';
import './styles/play.css';
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
page.open(codeOfAddress(location.search, location.hash));

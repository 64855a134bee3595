import type { JSX } from 'preact';
import { screenOf } from '../app/screen-of';
import type { AppState, InClass } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import { unreachable } from '../unreachable';
import { Announcer } from '../ui/announcer';
import { JoiningScreen, ReconnectingScreen, WakeScreen } from './calm-screens';
import { ByeScreen } from './bye-screen';
import { CodeScreen } from './code-screen';
import { DoorScreen } from './door-screen';
import { DuoScreen } from './duo-screen';
import { PickScreen } from './pick-screen';
import { SeatView } from './seat-view';
import { SoundcheckScreen } from './soundcheck-screen';

interface ViewProps<S> {
  readonly page: TuttiPage;
  readonly state: S;
}

/** The screen that belongs to a state. */
export function AppView({ page, state }: ViewProps<AppState>): JSX.Element {
  switch (state.stage) {
    case 'code':
      return <CodeScreen page={page} state={state} />;
    case 'door':
      return <DoorScreen code={state.code} tablet={state.tablet} />;
    case 'pick':
      return <PickScreen page={page} state={state} />;
    case 'bye':
      return <ByeScreen asleep={state.asleep} tablet={state.tablet} />;
    case 'class':
      return (
        <>
          <ClassView page={page} state={state} />
          <Announcer page={page} room={state.room} />
        </>
      );
    default:
      return unreachable(state);
  }
}

function ClassView({ page, state }: ViewProps<InClass>): JSX.Element {
  const screen = screenOf(state);
  const [own] = state.room.own;
  if (screen === 'reconnecting') {
    return <ReconnectingScreen state={state} />;
  }
  if (screen === 'wake') {
    return <WakeScreen page={page} state={state} />;
  }
  if (!own) {
    return <JoiningScreen state={state} />;
  }
  if (screen === 'soundcheck' && state.check) {
    return <SoundcheckScreen page={page} state={state} own={own} check={state.check} />;
  }
  return screen === 'duo' ? (
    <DuoScreen page={page} state={state} />
  ) : (
    <SeatView page={page} state={state} own={own} half="whole" />
  );
}

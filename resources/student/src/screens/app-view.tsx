import type { JSX } from 'preact';
import { screenOf } from '../app/screen-of';
import type { AppState } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import { unreachable } from '../unreachable';
import type { ClassScreenProps } from '../ui/class-header';
import { BarsScreen } from './bars-screen';
import { ByeScreen, ReconnectingScreen, WaitingScreen, WakeScreen } from './calm-screens';
import { CodeScreen } from './code-screen';
import { DrumsScreen } from './drums-screen';
import { ListenScreen } from './listen-screen';
import { PickScreen } from './pick-screen';

/** The screen that belongs to a state. */
export function AppView(props: {
  readonly page: TuttiPage;
  readonly state: AppState;
}): JSX.Element {
  const { page, state } = props;
  switch (state.stage) {
    case 'code':
      return <CodeScreen page={page} state={state} />;
    case 'pick':
      return <PickScreen page={page} state={state} />;
    case 'bye':
      return <ByeScreen asleep={state.asleep} />;
    case 'class':
      return <ClassView page={page} state={state} />;
    default:
      return unreachable(state);
  }
}

function ClassView({ page, state }: ClassScreenProps): JSX.Element {
  switch (screenOf(state)) {
    case 'reconnecting':
      return <ReconnectingScreen page={page} state={state} />;
    case 'wake':
      return <WakeScreen page={page} state={state} />;
    case 'quiet':
      return <ListenScreen page={page} state={state} alone={true} />;
    case 'listen':
      return <ListenScreen page={page} state={state} alone={false} />;
    case 'drums':
      return <DrumsScreen page={page} state={state} />;
    case 'bars':
      return <BarsScreen key={state.room.own?.role} page={page} state={state} />;
    case 'waiting':
    case 'code':
    case 'pick':
    case 'bye':
    default:
      return <WaitingScreen page={page} state={state} />;
  }
}

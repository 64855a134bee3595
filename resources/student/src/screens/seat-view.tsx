import type { JSX } from 'preact';
import { seatScreenOf } from '../app/screen-of';
import type { SeatScreenProps } from '../ui/seat-screen';
import { BarsScreen } from './bars-screen';
import { WaitingScreen } from './calm-screens';
import { ConductorScreen } from './conductor-screen';
import { DrumsScreen } from './drums-screen';
import { ListenScreen } from './listen-screen';
import { MoodScreen } from './mood-screen';
import { RingScreen } from './ring-screen';

/** The screen of one child in class. */
export function SeatView(props: SeatScreenProps): JSX.Element {
  const { state, own } = props;
  const { ring, prompt } = state.room;
  switch (seatScreenOf(state, own)) {
    case 'mood':
      return <MoodScreen key={prompt?.id} {...props} />;
    case 'quiet':
      return <ListenScreen {...props} alone={true} />;
    case 'listen':
      return <ListenScreen {...props} alone={false} />;
    case 'drums':
      return <DrumsScreen {...props} />;
    case 'ring':
      return ring ? <RingScreen {...props} ring={ring} /> : <WaitingScreen {...props} />;
    case 'conductor':
      return ring ? <ConductorScreen {...props} ring={ring} /> : <WaitingScreen {...props} />;
    case 'bars':
      return <BarsScreen key={own.role} {...props} />;
    case 'waiting':
    default:
      return <WaitingScreen {...props} />;
  }
}

import type { JSX } from 'preact';
import { en } from '../strings/en';
import { ClassHeader } from '../ui/class-header';
import { EarIcon, NoteIcon } from '../ui/icons';
import { Avatar, Drawing } from '../ui/picture';
import { noteShape } from '../ui/pictures';
import { pitchOf } from '../ui/pitch';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';

const kPlaces = 4;
const kNotesEach = 3;

/** Muted is listening: an ear, and who is playing. In a quiet class the ear is alone. */
export function ListenScreen(props: SeatScreenProps & { readonly alone: boolean }): JSX.Element {
  const { state, half, alone } = props;
  return (
    <SeatScreen half={half} look="night listen">
      <ClassHeader {...props} />
      <div class="rings" aria-hidden="true" />
      <span class="ear">
        <EarIcon />
      </span>
      {!alone && <Players state={state} />}
      <h1 class="word">{en.listen}</h1>
    </SeatScreen>
  );
}

function Players({ state }: { readonly state: SeatScreenProps['state'] }): JSX.Element {
  const { heard, seats } = state.room;
  const playing = seats.filter((seat) => heard.some((note) => note.seat === seat.seat));
  return (
    <div aria-hidden="true">
      {playing.slice(0, kPlaces).map((seat, place) => (
        <div key={seat.seat} class={`player place-${place}`}>
          <Avatar avatar={seat.avatar} size="player-picture" />
          {heard
            .filter((note) => note.seat === seat.seat)
            .slice(-kNotesEach)
            .reverse()
            .map((note) => (
              <NoteChip key={note.at} midi={note.midi} drum={seat.role === 'rhythm'} />
            ))}
        </div>
      ))}
    </div>
  );
}

function NoteChip({ midi, drum }: { readonly midi: number; readonly drum: boolean }): JSX.Element {
  const pitch = pitchOf(midi, [60]);
  return drum ? (
    <span class="chip plain">
      <NoteIcon />
    </span>
  ) : (
    <Drawing svg={noteShape(pitch.letter, pitch.high)} className={`chip pitch-${pitch.letter}`} />
  );
}

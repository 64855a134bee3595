import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { notesOf } from '../room/room-state';
import { en } from '../strings/en';
import { usePlaySurface } from '../touch/use-play-surface';
import { notesForHalf } from '../touch/half';
import { ClassHeader } from '../ui/class-header';
import { FriendPictures, playersByNote } from '../ui/friends';
import { Avatar, Drawing } from '../ui/picture';
import { drumDrawing } from '../ui/pictures';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';

/** The four percussion pads. */
export function DrumsScreen(props: SeatScreenProps): JSX.Element {
  const { page, own, half } = props;
  const { room } = props.state;
  const instrument = page.players.instrumentOf(own.seat);
  const notes = notesForHalf(notesOf(room, 'rhythm'), true, half);
  const { surface, down } = usePlaySurface(notes, instrument, half);
  const players = playersByNote(room, true, notes);
  useEffect(() => {
    instrument.prepare();
  }, []);
  return (
    <SeatScreen half={half} look="play" label={en.drums}>
      <ClassHeader {...props} />
      <div class="pads" ref={surface}>
        {notes.map((midi, index) => (
          <button
            key={midi}
            type="button"
            class={`pad drum-${midi}${down.has(index) ? ' down' : ''}`}
            data-pad={index}
            aria-label={en.pad(en.percussion[midi] ?? en.drums, index + 1, notes.length)}
          >
            <span class="mark" />
            <Drawing svg={drumDrawing(midi)} className="instrument" />
            <span class="landing">
              <FriendPictures room={room} seats={players.get(midi) ?? []} />
              {down.has(index) && <Avatar avatar={own.avatar} size="own" />}
            </span>
          </button>
        ))}
      </div>
    </SeatScreen>
  );
}

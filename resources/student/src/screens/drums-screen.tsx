import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { notesOf } from '../room/room-state';
import { en } from '../strings/en';
import { usePlaySurface } from '../touch/use-play-surface';
import { ClassHeader, type ClassScreenProps } from '../ui/class-header';
import { FriendPictures, playersByNote } from '../ui/friends';
import { Avatar, Drawing } from '../ui/picture';
import { drumDrawing } from '../ui/pictures';

/** The four percussion pads. */
export function DrumsScreen({ page, state }: ClassScreenProps): JSX.Element {
  const { room } = state;
  const notes = notesOf(room, 'rhythm');
  const { surface, down } = usePlaySurface(notes, page.instrument);
  const players = playersByNote(room, notes);
  useEffect(() => {
    page.instrument.prepare();
  }, []);
  return (
    <main class="screen play" aria-label={en.drums}>
      <ClassHeader page={page} state={state} />
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
              {down.has(index) && <Avatar avatar={room.own?.avatar ?? ''} size="own" />}
            </span>
          </button>
        ))}
      </div>
    </main>
  );
}

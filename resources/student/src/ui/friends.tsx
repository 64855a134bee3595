import type { JSX } from 'preact';
import type { HeardNote, RoomState } from '../room/room-state';
import { NoteIcon } from './icons';
import { Avatar } from './picture';

const kMaxPictures = 4;

/** Who plays which of these notes now. A note an octave away lands on the same letter. */
export function playersByNote(
  room: RoomState,
  drums: boolean,
  notes: readonly number[],
): ReadonlyMap<number, readonly (number | null)[]> {
  const found = new Map<number, (number | null)[]>();
  for (const heard of room.heard) {
    const note = isDrummer(room, heard) === drums ? noteFor(heard.midi, notes, drums) : undefined;
    if (note === undefined) {
      continue;
    }
    const players = (found.get(note) ?? []).filter((seat) => seat !== heard.seat);
    found.set(note, [...players, heard.seat].slice(-kMaxPictures));
  }
  return found;
}

/** The pictures of friends that landed on a bar or pad; a visitor without a seat is a note. */
export function FriendPictures(props: {
  readonly room: RoomState;
  readonly seats: readonly (number | null)[];
}): JSX.Element {
  return (
    <span class="friends" aria-hidden="true">
      {props.seats.map((seat) => {
        const friend = props.room.seats.find((each) => each.seat === seat);
        return friend ? (
          <Avatar key={seat} avatar={friend.avatar} size="friend" />
        ) : (
          <span key="visitor" class="avatar friend visitor">
            <NoteIcon />
          </span>
        );
      })}
    </span>
  );
}

function isDrummer(room: RoomState, heard: HeardNote): boolean {
  return room.seats.find((each) => each.seat === heard.seat)?.role === 'rhythm';
}

function noteFor(midi: number, notes: readonly number[], exact: boolean): number | undefined {
  if (exact || notes.includes(midi)) {
    return notes.find((note) => note === midi);
  }
  return notes.find((note) => (note - midi) % 12 === 0);
}

import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { notesOf } from '../room/room-state';
import { en } from '../strings/en';
import { usePlaySurface } from '../touch/use-play-surface';
import { notesForHalf } from '../touch/half';
import { ClassHeader } from '../ui/class-header';
import { FriendPictures, playersByNote } from '../ui/friends';
import { Avatar, Drawing } from '../ui/picture';
import { noteShape } from '../ui/pictures';
import { pitchOf } from '../ui/pitch';
import { SeatScreen, type SeatScreenProps } from '../ui/seat-screen';

/** Each bar is this much shorter at both ends than the one before, in percent of the instrument. */
const kStepPercent = 2.93;

/** The xylophone and the bass bars: low notes long and on the left. */
export function BarsScreen(props: SeatScreenProps): JSX.Element {
  const { page, own, half } = props;
  const { room } = props.state;
  const instrument = page.players.instrumentOf(own.seat);
  const notes = notesForHalf(notesOf(room, own.role), false, half);
  const { surface, down } = usePlaySurface(notes, instrument, half);
  const players = playersByNote(room, false, notes);
  useEffect(() => {
    instrument.prepare();
  }, [own.role]);
  return (
    <SeatScreen half={half} look="play" label={en.xylophone}>
      <ClassHeader {...props} />
      <div class="bars" ref={surface}>
        <Rails count={notes.length} />
        {notes.map((midi, index) => {
          const pitch = pitchOf(midi, notes);
          const name = pitch.high ? en.high(pitch.name) : pitch.name;
          const height = `${100 - 2 * index * kStepPercent}%`;
          return (
            <button
              key={midi}
              type="button"
              class={`bar pitch-${pitch.letter}${pitch.sharp ? ' sharp' : ''}${down.has(index) ? ' down' : ''}`}
              style={{ height }}
              data-pad={index}
              aria-label={en.bar(name, index + 1, notes.length)}
            >
              <span class="shine" />
              <span class="peg upper" />
              <Drawing svg={noteShape(pitch.letter, pitch.high)} className="shape" />
              <span class="landing">
                <FriendPictures room={room} seats={players.get(midi) ?? []} />
                {down.has(index) && <Avatar avatar={own.avatar} size="own" />}
              </span>
              <span class="peg lower" />
              <span class="letter">{pitch.name}</span>
            </button>
          );
        })}
      </div>
    </SeatScreen>
  );
}

/** The two wooden rails the bars lie on. */
function Rails({ count }: { readonly count: number }): JSX.Element {
  const upper = [14.4, 14.4 + 2.03 * count];
  const lower = [82.6, 82.6 - 1.86 * count];
  return (
    <svg class="rails" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {[upper, lower].map(([left = 0, right = 0]) => (
        <g key={left}>
          <line class="rail-edge" x1="-2" x2="102" y1={left + 0.7} y2={right + 0.7} />
          <line class="rail" x1="-2" x2="102" y1={left} y2={right} />
        </g>
      ))}
    </svg>
  );
}

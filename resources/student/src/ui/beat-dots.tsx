import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { pulseAt, pulsesPerBar } from '../timeline/pulses';
import { meterAtTick, tickAt, type Timeline } from '../timeline/timeline';

/** The server's time now in ms, or null while this tablet does not know it. */
export type ServerNow = () => number | null;

/** The pulses of the bar as dots; the one that sounds is large. Drawn from the shared clock. */
export function BeatDots(props: {
  readonly timeline: Timeline;
  readonly serverNow: ServerNow;
}): JSX.Element {
  const { timeline, serverNow } = props;
  const row = useRef<HTMLDivElement>(null);
  const now = serverNow();
  const tick = now === null ? 0 : Math.max(0, tickAt(timeline, now));
  const count = pulsesPerBar(meterAtTick(timeline, tick));

  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      const server = serverNow();
      const pulse = server === null ? null : pulseAt(timeline, server);
      Array.from(row.current?.children ?? []).forEach((dot, index) => {
        dot.classList.toggle('on', pulse?.inBar === index);
      });
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [timeline, count]);

  return (
    <div class="beat-dots" ref={row} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <span key={index} class={index === 0 ? 'dot first' : 'dot'} />
      ))}
    </div>
  );
}

import type { ComponentChildren, JSX } from 'preact';
import type { InClass } from '../app/app-state';
import type { TuttiPage } from '../app/tutti-page';
import type { OwnSeat } from '../room/room-event';
import { en } from '../strings/en';
import type { Half } from '../touch/half';

/** What every screen of a child in class is drawn from. */
export interface SeatScreenProps {
  readonly page: TuttiPage;
  readonly state: InClass;
  readonly own: OwnSeat;
  /** The part of the tablet that is this child's. */
  readonly half: Half;
}

/** The frame of a child's screen: the page's main part, or one of two. */
export function SeatScreen(props: {
  readonly half: Half;
  readonly look: string;
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { half, look, label, children } = props;
  const heading = label !== undefined && <h1 class="only-read">{label}</h1>;
  return half === 'whole' ? (
    <main class={`screen ${look}`}>
      {heading}
      {children}
    </main>
  ) : (
    <section class={`screen ${look}`} aria-label={en.half(half === 'left')}>
      {heading}
      {children}
    </section>
  );
}

import type { JSX } from 'preact';
import { en } from '../strings/en';
import { ArrowIcon, MoonIcon } from '../ui/icons';
import { Avatar, Drawing } from '../ui/picture';
import { sleepingFox } from '../ui/pictures';
import { Cart, WavingArm } from '../ui/scenery';

/** The room's fox says goodbye; later it sleeps. No child's name stays on the glass. */
export function ByeScreen(props: {
  readonly asleep: boolean;
  readonly tablet: number | null;
}): JSX.Element {
  const { asleep, tablet } = props;
  return (
    <main class={asleep ? 'screen night bye asleep' : 'screen night bye'}>
      <div class="sky" aria-hidden="true" />
      <div class="farewell" aria-hidden="true">
        {asleep ? (
          <Drawing svg={sleepingFox()} className="avatar goodbye framed" />
        ) : (
          <>
            <WavingArm />
            <Avatar avatar="fox" size="goodbye framed" />
          </>
        )}
      </div>
      <h1 class="word">{asleep ? <span class="only-read">{en.bye}</span> : en.bye}</h1>
      {asleep && tablet !== null ? (
        <div class="put-away" role="img" aria-label={en.tablet(tablet)}>
          <span class="little-tablet numbered">{tablet}</span>
          <ArrowIcon />
          <Cart />
        </div>
      ) : (
        <div class="put-away" aria-hidden="true">
          <span class="little-tablet">
            <MoonIcon />
          </span>
          <ArrowIcon />
          <Cart />
        </div>
      )}
    </main>
  );
}

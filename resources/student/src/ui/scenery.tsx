import type { JSX } from 'preact';

/** The school at the end of the way back. */
export function School(): JSX.Element {
  return (
    <svg class="school" viewBox="0 0 260 260">
      <path class="flag" d="M130 8 L176 20 L130 32Z" />
      <path class="outline" d="M130 6 V50" />
      <rect class="wall" x="26" y="130" width="208" height="122" rx="6" />
      <path class="roof" d="M130 44 L252 134 H8Z" />
      <circle class="clock" cx="130" cy="112" r="20" />
      <rect class="window" x="48" y="158" width="38" height="38" rx="5" />
      <rect class="window" x="174" y="158" width="38" height="38" rx="5" />
      <path class="school-door" d="M104 252 V192 a8 8 0 0 1 8 -8 h36 a8 8 0 0 1 8 8 V252Z" />
    </svg>
  );
}

/** The fox's arm, waving beside its picture. */
export function WavingArm(): JSX.Element {
  return (
    <svg class="waving" viewBox="0 0 220 280">
      <path class="arm" d="M20 262 Q108 206 112 96" />
      <circle class="paw" cx="112" cy="72" r="51" />
      <circle class="palm" cx="112" cy="72" r="37" />
      <path class="wave" d="M68 8 Q48 22 40 44" />
      <path class="wave faint" d="M52 -14 Q24 6 16 34" />
      <path class="wave" d="M156 8 Q176 22 184 44" />
      <path class="wave faint" d="M172 -14 Q200 6 208 34" />
    </svg>
  );
}

/** The cart the tablets go back into. */
export function Cart(): JSX.Element {
  return (
    <svg class="cart" viewBox="0 0 160 120">
      <rect x="7" y="6" width="146" height="82" rx="10" />
      <path d="M37 6 V88 M67 6 V88 M97 6 V88 M127 6 V88" />
      <circle cx="33" cy="104" r="9" />
      <circle cx="127" cy="104" r="9" />
    </svg>
  );
}

/** The bell of the sound check. */
export function Bell(): JSX.Element {
  return (
    <svg class="bell-picture" viewBox="0 0 352 352" aria-hidden="true">
      <path class="thick" d="M176 66 V92" />
      <path class="clapper" d="M150 270 a26 24 0 0 0 52 0Z" />
      <path
        class="brass"
        d="M92 250 Q106 228 108 178 C110 116 134 92 176 92 C218 92 242 116 244 178 Q246 228 260 250Z"
      />
      <rect class="rim" x="68" y="245" width="216" height="24" rx="12" />
      <path class="glint" d="M131 166 Q132 122 168 115" />
    </svg>
  );
}

/** "I heard nothing": bubbles and a question mark. */
export function Thinking(): JSX.Element {
  return (
    <svg class="thinking" viewBox="0 0 140 90" aria-hidden="true">
      <circle cx="14" cy="58" r="7" />
      <circle cx="40" cy="48" r="9" />
      <circle cx="66" cy="38" r="12" />
      <path d="M98 22 q4 -16 20 -15 q18 2 16 18 q-1 9 -10 14 q-8 5 -8 13" />
      <circle class="full" cx="116" cy="74" r="8" />
    </svg>
  );
}

/** A tablet seen from the front, with the key that makes it louder. */
export function VolumeKeys(): JSX.Element {
  return (
    <svg class="volume-keys" viewBox="0 0 160 180" aria-hidden="true">
      <path class="arrow" d="M124 8 V44 M110 32 L124 47 L138 32" />
      <rect class="loudness-key" x="83" y="54" width="22" height="10" rx="5" />
      <rect class="loudness-key up" x="113" y="54" width="22" height="10" rx="5" />
      <rect class="glass" x="8" y="70" width="144" height="100" rx="10" />
      <path class="line" d="M32 110 h9 l13 -12 v46 l-13 -12 h-9Z" />
      <path class="line" d="M94 121 h28 M108 107 v28" />
    </svg>
  );
}

/** The open door of a room with music in it. */
export function OpenDoor(): JSX.Element {
  return (
    <svg class="open-door" viewBox="0 0 430 570" aria-hidden="true">
      <rect class="frame" x="118" y="0" width="300" height="516" rx="22" />
      <path class="inside" d="M140 18 h252 a8 8 0 0 1 8 8 v482 a8 8 0 0 1 -8 8 H140Z" />
      <path class="leaf" d="M6 62 L136 20 V516 L6 560Z" />
      <path class="pane" d="M32 102 L112 76 V226 L32 250Z" />
      <circle class="knob" cx="38" cy="318" r="15" />
    </svg>
  );
}

export function Bench(): JSX.Element {
  return (
    <svg class="bench" viewBox="0 0 256 66" aria-hidden="true">
      <rect x="24" y="14" width="22" height="52" rx="5" />
      <rect x="210" y="14" width="22" height="52" rx="5" />
      <rect x="0" y="0" width="256" height="27" rx="13" />
    </svg>
  );
}

/** The sound on one side of the bell. */
export function Waves(props: { readonly side: 'left' | 'right' }): JSX.Element {
  return (
    <svg class={`waves ${props.side}`} viewBox="0 0 110 280" aria-hidden="true">
      <path d="M104 44 Q58 140 104 236" />
      <path class="far" d="M70 26 Q16 140 70 254" />
      <path class="farther" d="M38 8 Q-24 140 38 272" />
    </svg>
  );
}

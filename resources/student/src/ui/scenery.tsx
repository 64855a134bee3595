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

// Made by `npm run drawings` from the files in svg/. Not to be changed by hand.

import { Glyph, type GlyphProps } from "@/lib/ui/drawn/glyph";

import { Scene, type SceneProps } from "@/lib/ui/drawn/scene";

export const SceneClose = (props: SceneProps) => (
  <Scene {...props}>
    <path d="M20 182h280" stroke="var(--line)" />
    <path d="M56 182V46a6 6 0 0 1 6-6h66v142" />
    <path d="M128 40v142l-44 10V54z" fill="var(--surface)" />
    <path d="M92 118v10" />
    <g stroke="var(--accent)">
      <path d="M142 160c44 0 62-18 72-50s26-56 66-64" />
      <path d="M142 140c26 0 40-14 46-36s18-40 42-48" />
    </g>
    <g transform="translate(206 132) rotate(14) scale(0.8)">
      <rect x="-16" y="-20" width="32" height="40" rx="3" fill="var(--surface)" />
      <path d="M-8 -8h16M-8 0h10" />
    </g>
    <g transform="translate(258 66) rotate(26) scale(0.7)">
      <rect x="-16" y="-20" width="32" height="40" rx="3" fill="var(--surface)" />
      <path d="M-8 -8h16M-8 0h10" />
    </g>
  </Scene>
);

export const SceneUpdraft = (props: SceneProps) => (
  <Scene {...props}>
    <g stroke="var(--accent)">
      <path d="M30 182c78 0 104-26 116-74s40-78 96-82" />
      <path d="M30 160c54 0 74-20 82-52s26-52 58-58" />
      <path d="M112 182c58 0 86-22 98-60 6-20 20-34 48-38" />
    </g>
    <g transform="translate(62 148) rotate(-14) scale(1)">
      <rect x="-16" y="-20" width="32" height="40" rx="3" fill="var(--surface)" />
      <path d="M-8 -8h16M-8 0h10" />
    </g>
    <g transform="translate(150 96) rotate(10) scale(0.9)">
      <rect x="-16" y="-20" width="32" height="40" rx="3" fill="var(--surface)" />
      <path d="M-8 -8h16M-8 0h10" />
    </g>
    <g transform="translate(236 46) rotate(24) scale(0.8)">
      <rect x="-16" y="-20" width="32" height="40" rx="3" fill="var(--surface)" />
      <path d="M-8 -8h16M-8 0h10" />
    </g>
    <path d="M20 190h280" stroke="var(--line)" />
  </Scene>
);

export const UpdraftGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M3 20c7 0 9.5-3 10.5-8S16.5 4 21 4" />
    <path d="M3 15.500c4 0 5.8-1.8 6.5-5S11.5 4.5 14.5 4" />
    <path d="M12 20c4 0 6-2 6.8-5.5.4-1.8 1-3 2.2-3.5" />
  </Glyph>
);

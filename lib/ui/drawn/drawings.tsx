// Made by `npm run drawings` from the files in svg/. Not to be changed by hand.

import { Glyph, type GlyphProps } from "@/lib/ui/drawn/glyph";

import { Scene, type SceneProps } from "@/lib/ui/drawn/scene";

export const CardGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="4.5" y="3.5" width="15" height="17" rx="2" />
    <path d="M8 9h8M8 13h5" />
  </Glyph>
);

export const ChairGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M7 3v18M7 12.500h10V21" />
    <path d="M7 7.500h0" />
  </Glyph>
);

export const ChairsGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M3 4v16M3 12h6.500v8" />
    <path d="M21 4v16M21 12h-6.500v8" />
  </Glyph>
);

export const CircleGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <circle cx="12" cy="12" r="8.5" />
  </Glyph>
);

export const ClockGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7v5l3.5 2" />
  </Glyph>
);

export const CurvesGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M2.5 19c5 0 5-10 9-10s4 10 10 10" strokeDasharray="2 3" />
    <path d="M2.5 19c3 0 3.5-14 7-14s4 14 12 14" />
  </Glyph>
);

export const DiamondGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M12 2.5 21.5 12 12 21.5 2.5 12z" />
  </Glyph>
);

export const DoorGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M5 21V4.500A1.5 1.5 0 0 1 6.5 3H15" />
    <path d="M15 3v18l-5-2.500V5.500z" />
    <path d="M18 12h4M20 9.500l2.5 2.500L20 14.5" />
  </Glyph>
);

export const ForkGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M4 12h5c4 0 4-6 8-6h3" />
    <path d="M9 12c4 0 4 6 8 6h3" strokeDasharray="1.5 3" />
    <circle cx="4" cy="12" r="1" />
  </Glyph>
);

export const GapGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="3.5" y="3.5" width="7.5" height="7.5" rx="1.5" />
    <rect x="13" y="3.5" width="7.5" height="7.5" rx="1.5" />
    <rect x="3.5" y="13" width="7.5" height="7.5" rx="1.5" />
    <rect x="13" y="13" width="7.5" height="7.5" rx="1.5" strokeDasharray="1.5 2.5" />
  </Glyph>
);

export const GoalGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M4 4v16h16" />
    <path d="M12 4v3M12 9v3M12 14v3M4 12h3M9 12h3M14 12h3" />
    <circle cx="16" cy="8" r="2.2" />
  </Glyph>
);

export const GripGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M9 6h0M9 12h0M9 18h0M15 6h0M15 12h0M15 18h0" />
  </Glyph>
);

export const HeadsGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <circle cx="12" cy="5.5" r="2.5" />
    <circle cx="5" cy="17" r="2.5" />
    <circle cx="19" cy="17" r="2.5" />
    <path d="M8.5 12.500a4.5 4.5 0 0 1 7 0" />
  </Glyph>
);

export const HillGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M2.5 20c4 0 6-8 9.5-8s5 8 9.5 8" />
    <path d="M12 12V3.500l5 2-5 2" />
  </Glyph>
);

export const LockGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="5" y="11" width="14" height="9.5" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </Glyph>
);

export const LookbackGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M4 18h9a5.5 5.5 0 0 0 0-11H6" />
    <path d="M9 3.5 5.5 7 9 10.5" />
    <path d="M17 18h3" />
  </Glyph>
);

export const MixGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <circle cx="9" cy="12" r="6" />
    <circle cx="15" cy="12" r="6" strokeDasharray="2 2.6" />
  </Glyph>
);

export const NextGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="m9.5 5 7 7-7 7" />
  </Glyph>
);

export const OfflineGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M12 19.5h0M8.5 15.5a5 5 0 0 1 7 0M4.5 11.5a10.6 10.6 0 0 1 5.5-2.9M19.5 11.5a10.6 10.6 0 0 0-4.5-2.7M4 4l16 16" />
  </Glyph>
);

export const PauseGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M4 11h16c0 5-3.5 8-8 8s-8-3-8-8z" />
    <path d="M12 3.500v3.5" />
  </Glyph>
);

export const PlanGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="4.5" y="3.5" width="15" height="17" rx="2" />
    <path d="M8 16c4 0 3-7 8-7" />
    <path d="m14 7 2 2-2 2" />
  </Glyph>
);

export const PlusGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M12 5v14M5 12h14" />
  </Glyph>
);

export const PrevGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="m14.5 5-7 7 7 7" />
  </Glyph>
);

export const RequestsGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <circle cx="4" cy="8" r="1.5" fill="currentColor" />
    <circle cx="8" cy="8" r="1.5" />
    <circle cx="12" cy="8" r="1.5" />
    <circle cx="16" cy="8" r="1.5" />
    <circle cx="20" cy="8" r="1.5" />
    <circle cx="4" cy="16" r="1.5" />
    <circle cx="8" cy="16" r="1.5" />
    <circle cx="12" cy="16" r="1.5" fill="currentColor" />
    <circle cx="16" cy="16" r="1.5" />
    <circle cx="20" cy="16" r="1.5" />
  </Glyph>
);

export const ScaleGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M2.5 14c2.4 0 2.4-4 4.750-4s2.4 4 4.750 4 2.4-4 4.750-4 2.4 4 4.750 4" />
    <circle cx="16.750" cy="10" r="2" fill="currentColor" />
  </Glyph>
);

export const SceneChairs = (props: SceneProps) => (
  <Scene {...props}>
    <path d="M20 176h280" stroke="var(--line)" />
    <path d="M84 50v126M84 116h58v60" />
    <path d="M236 50v126M236 116h-58v60" />
    <path d="M132 40c16-16 40-16 56 0" stroke="var(--accent)" />
    <path d="M188 28v13h-13" stroke="var(--accent)" />
    <path d="M120 92c22 14 58 14 80 0" stroke="var(--line)" />
  </Scene>
);

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

export const ScenePath = (props: SceneProps) => (
  <Scene {...props}>
    <path d="M16 182c110 0 150-26 92-58s-20-70 190-74" stroke="var(--accent)" />
    <path d="M284 40l14 10-12 12" stroke="var(--accent)" />
    <path d="M16 150c40-6 60-60 104-60M180 92c36 0 48 40 124 42" stroke="var(--line)" />
    <circle cx="16" cy="182" r="4" fill="var(--paper)" />
    <circle cx="126" cy="140" r="4" fill="var(--paper)" />
    <path d="M206 66V38l18 7-18 7" />
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

export const SealedGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="3" y="6" width="18" height="13" rx="2" />
    <path d="M3.5 7.5 12 14l8.5-6.5" />
  </Glyph>
);

export const SeenGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M2.5 9.500C5 6 8.3 4.5 12 4.500s7 1.5 9.5 5c-2.5 3.5-5.8 5-9.5 5s-7-1.5-9.5-5z" />
    <circle cx="12" cy="9.5" r="2" />
    <path d="M7 19.500h10" />
  </Glyph>
);

export const ShareGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 3.500V12l7.2 4.500M12 12l-6 6" />
  </Glyph>
);

export const SmallnoGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="4.5" y="3.5" width="15" height="17" rx="2" />
    <path d="M9.5 12h5" />
  </Glyph>
);

export const SquareGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="4" y="4" width="16" height="16" rx="1.5" />
  </Glyph>
);

export const StarGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="m12 3.5 2.6 5.3 5.9.9-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.9z" />
  </Glyph>
);

export const TalkGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M4 5.500h11v8H9l-3 3v-3H4z" />
    <path d="M18 9h2v7.500h-2v3l-3-3h-3" />
  </Glyph>
);

export const TickGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="m5 12.5 4.5 4.500L19 7" />
  </Glyph>
);

export const ToneGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M8 20c0-3-3-4-3-8.500A7 7 0 0 1 12 4.500c3.5 0 6 2 6.5 5l1.5 3.500h-2V16h-3v4" />
    <path d="M10 10.500c1-1.5 3-1.5 4 0" />
  </Glyph>
);

export const TriangleGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M12 3.5 21 20H3z" />
  </Glyph>
);

export const UpdraftGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M3 20c7 0 9.5-3 10.5-8S16.5 4 21 4" />
    <path d="M3 15.500c4 0 5.8-1.8 6.5-5S11.5 4.5 14.5 4" />
    <path d="M12 20c4 0 6-2 6.8-5.5.4-1.8 1-3 2.2-3.5" />
  </Glyph>
);

export const ViewsGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="3.5" y="6.5" width="11" height="14" rx="2" />
    <path d="M9 3.500h9.500a2 2 0 0 1 2 2V17" />
    <path d="M6.5 11.500h5M6.5 15h3" />
  </Glyph>
);

export const VoteGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <rect x="4.5" y="3.5" width="15" height="17" rx="2" />
    <path d="m8.5 12.5 2.5 2.5 5-6" />
  </Glyph>
);

export const WeeksGlyph = (props: GlyphProps) => (
  <Glyph {...props}>
    <path d="M3 8v9M8.5 8v9M14 8v9M19.5 8v9" />
    <path d="M3 12.500h16.5" />
    <path d="M17 5.5 19.5 8 22 5.5" />
  </Glyph>
);

import { SceneChairs, SceneClose, ScenePath, SceneUpdraft } from "@/lib/ui/drawn/drawings";

/** As wide as a drawing beside a prompt is: not half of the picture. */
const WIDTH = "w-[calc(36*var(--u))]";

/** People talk with each other. */
export const TalkScene = () => <SceneChairs className={WIDTH} />;

/** Everybody takes something along. */
export const LeaveScene = () => <SceneClose className={WIDTH} />;

/** A way that was planned. */
export const WayScene = () => <ScenePath className={WIDTH} />;

/** The room waits, or rests. */
export const AirScene = () => <SceneUpdraft className={WIDTH} />;

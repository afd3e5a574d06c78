/** Whether everything is tried, however long that takes (`npm run test:all`), or what shows the same in the time of every day. */
export const IS_EVERYTHING_TRIED = process.env.AUFWIND_TEST_ALL === "1";

/** How often something is tried every day, and how often where everything is. */
export const timesTried = ({ everyday, all }: { everyday: number; all: number }): number =>
  IS_EVERYTHING_TRIED ? all : everyday;

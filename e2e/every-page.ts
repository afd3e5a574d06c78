import type { Page } from "@playwright/test";
import { allPages, type RouteIds, routes } from "@/attack/access/routes";
import { connectClient } from "@/server/simulated/live-client";
import { type Account, originOf } from "./fixtures";
import { invite } from "./invited";
import { openFollowUp, shareSummary } from "./shared";
import type { Texts } from "./texts";
import { cookieHeader, handInForm, idIn, openSession, openUnseen } from "./workshop";

/** Pages; route handlers carry no scripts. */
export const pages = allPages();

export interface OpenPage {
  route: string;
  path: string;
  /** Whether it opens without an account. */
  isOpen: boolean;
}

/** Every page, with what it shows: a session in its lobby, one that has ended, an invitation. */
export async function openPages(
  facilitator: Page,
  account: Account,
  t: Texts,
): Promise<OpenPage[]> {
  const { id, code, stageUrl } = await openSession(facilitator, t, "de-DE");
  const ended = await openEndedSession(facilitator, account);
  const ids: RouteIds = {
    ...{ session: id, ended },
    shared: new URL(await shareSummary(facilitator, ended, t)).pathname,
    stageKey: stageUrl.split("/").at(-1) ?? "",
    code: code.replace(" ", ""),
    invitation: await invite(facilitator, t),
    followUp: new URL(await openFollowUp(facilitator, ended, t)).pathname,
    // Pages look the same for a link that is gone; the others name nothing in an address.
    plan: await adaptUnseen(facilitator, "other-chairs"),
    wall: await openSeries(facilitator, account, t),
    ...{ link: "/link/used-long-ago", preset: "", person: "", device: "", sharedLink: "" },
  };
  return pages.flatMap((route) => {
    const expectation = routes[route];
    if (!expectation) return [];
    const { path, get } = expectation;
    return [{ route, path: path(ids), isOpen: get.nobody === 200 }];
  });
}

/** Makes a ready-made plan this facilitator's own, by the call that its page's button makes; its id. */
async function adaptUnseen(page: Page, templateId: string): Promise<string> {
  const path = await handInForm(page, "app/sessions/plans/actions.ts#adaptTemplate", {
    ...{ at: `/sessions/new/${templateId}`, before: null, fields: { templateId } },
  });
  return idIn(path);
}

/** The same, and opens it. */
export async function adaptPlan(page: Page, templateId = "other-chairs"): Promise<string> {
  const id = await adaptUnseen(page, templateId);
  await page.goto(`/sessions/plans/${id}`);
  return id;
}

/** The wall of a series of which one meeting is over before it began. */
async function openSeries(page: Page, account: Account, t: Texts): Promise<string> {
  const id = await openUnseen(page, "de-DE", { templateId: "series-1" });
  await endSession(page, account, id);
  await page.goto("/sessions");
  // Other meetings of this facilitator have one, too; any will do.
  const walls = page.getByRole("link", { name: t("sessions.wall") });
  const href = await walls.first().getAttribute("href");
  return href?.split("/").at(-1) ?? "";
}

/** A session that is over before it began. */
export async function openEndedSession(page: Page, account: Account): Promise<string> {
  const id = await openUnseen(page, "de-DE");
  await endSession(page, account, id);
  return id;
}

/** Ends a session as its facilitator, whatever it has come to. */
export async function endSession(page: Page, account: Account, session: string): Promise<void> {
  const handshake = { role: "facilitator", session } as const;
  const client = await connectClient(originOf(page), handshake, { cookie: cookieOf(account) });
  await client.send({ type: "end" });
  client.close();
}

/** What somebody who has signed in sends along. */
export const cookieOf = ({ storageState }: Pick<Account, "storageState">): string =>
  cookieHeader(storageState.cookies);

import { afterAll, beforeAll } from "vitest";
import type { AttackedNode } from "@/attack/attacked-node";
import { type Scene, setScene, type TargetOptions } from "@/attack/scene";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import type { Node } from "@/server/testing/workshop";

/** What a test finds: filled before the first one. */
export interface FileScene {
  /** The node that is attacked, in a process of its own. */
  target: AttackedNode;
  /** One of our own on the same database, to set things up with. */
  admin: Node;
  database: TestDatabase;
}

/** A node to attack on a database of its own, for all tests of the file that calls it. */
export function sceneForFile(options: TargetOptions): FileScene {
  const at = {} as FileScene;
  let scene: Scene<"target">;
  beforeAll(async () => {
    at.database = await createTestDatabase();
    scene = await setScene(at.database.url, { target: options });
    at.admin = scene.admin;
    at.target = scene.targets.target;
  });
  afterAll(async () => {
    await scene.stop();
    await at.database.drop();
  });
  return at;
}

/**
 * Makes plain data unchangeable, all the way down, and returns it. What is frozen is told apart from what changes in place,
 * so that what was made of it once can be kept.
 */
export function frozen<T>(data: T): T {
  if (typeof data !== "object" || data === null || Object.isFrozen(data)) return data;
  for (const part of Object.values(data)) frozen(part);
  return Object.freeze(data);
}

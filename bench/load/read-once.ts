/** Bodies that are still on their way to some of a room's phones. */
const BODIES_KEPT = 64;

/** Reads what many get in the same bytes. */
export interface ReadOnce<Body, Read> {
  (body: Body): Read;
  /** From now on everything is read anew. */
  forget(): void;
}

/** Reads each body for the first one who gets it, and remembers it for the others. */
export function readOnce<Body, Read>(
  read: (body: Body) => Read,
  isSame: (one: Body, other: Body) => boolean = Object.is,
): ReadOnce<Body, Read> {
  const recent: { body: Body; what: Read }[] = [];
  const take = (body: Body): Read => {
    const known = recent.findLast((each) => isSame(each.body, body));
    if (known) return known.what;
    const what = read(body);
    recent.push({ body, what });
    if (recent.length > BODIES_KEPT) recent.shift();
    return what;
  };
  return Object.assign(take, {
    forget() {
      recent.length = 0;
    },
  });
}

/** Things by a key of theirs, in the order in which they come. Node 20 has no `Map.groupBy`. */
export function groupsOf<K, T>(things: Iterable<T>, keyOf: (thing: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const thing of things) {
    const key = keyOf(thing, index++);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}

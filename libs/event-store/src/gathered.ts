/** The same items in the same order, in larger batches: one goes on as soon as it has `enough`. */
export async function* gathered<T>(batches: AsyncIterable<readonly T[]>, enough: number): AsyncGenerator<readonly T[]> {
  let waiting: readonly T[] = [];
  for await (const batch of batches) {
    waiting = waiting.length === 0 ? batch : [...waiting, ...batch];
    if (waiting.length < enough) continue;
    yield waiting;
    waiting = [];
  }
  if (waiting.length > 0) yield waiting;
}

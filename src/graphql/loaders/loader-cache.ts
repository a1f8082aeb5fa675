import DataLoader from 'dataloader';

/**
 * The loaders of one request. Whatever a query asks for below a list is loaded for the whole list in one
 * statement; fields with the same arguments share a loader.
 */
export class LoaderCache {
  private readonly loaders = new Map<string, unknown>();
  private readonly prepared = new Map<object, unknown>();

  /**
   * What a field's arguments ask for, found out once for all the items that the field is asked of.
   * @param field the field as the query has it: its arguments are the same wherever it is asked
   */
  once<Value>(field: object, prepare: () => Value): Value {
    const known = this.prepared.get(field) as Value | undefined;
    if (known) return known;
    const made = prepare();
    this.prepared.set(field, made);
    return made;
  }

  /**
   * The loader of a name, made when it is first wanted.
   * @param name says everything that its answers depend on besides the key
   * @param batch answers many keys at once; undefined for what does not exist
   */
  get<Key extends string | number, Value>(
    name: string,
    batch: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ): DataLoader<Key, Value | undefined> {
    return this.remember(name, () => {
      return new DataLoader<Key, Value | undefined>(async (keys) => {
        const found = await batch(keys);
        return keys.map((key) => found.get(key));
      });
    });
  }

  /** The same for keys that are more than a number or a word. */
  getBy<Key, Value>(
    name: string,
    idOf: (key: Key) => string | number,
    batch: (keys: readonly Key[]) => Promise<ReadonlyMap<string | number, Value>>,
  ): DataLoader<Key, Value | undefined, string | number> {
    return this.remember(name, () => {
      return new DataLoader<Key, Value | undefined, string | number>(
        async (keys) => {
          const found = await batch(keys);
          return keys.map((key) => found.get(idOf(key)));
        },
        { cacheKeyFn: idOf },
      );
    });
  }

  private remember<Loader>(name: string, make: () => Loader): Loader {
    const known = this.loaders.get(name) as Loader | undefined;
    if (known) return known;
    const made = make();
    this.loaders.set(name, made);
    return made;
  }
}

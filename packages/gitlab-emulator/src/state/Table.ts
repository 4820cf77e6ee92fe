type Key = string | number;
type KeyOf<Row> = (row: Row) => Key | null;

/** What a row repeats that only one row may have. */
export class DuplicateKeyError extends Error {
  constructor(readonly table: string, readonly index: string) {
    super(`another ${table} has the same ${index}`);
    this.name = 'DuplicateKeyError';
  }
}

/**
 * Rows by id, with unique and grouping indexes, so that every lookup of the API is a map lookup.
 *
 * Indexed fields of a row must not change while it is in the table. Ids are never given out twice, not even
 * after the row is gone.
 */
export class Table<
  Row extends { readonly id: number },
  Unique extends string = never,
  Grouping extends string = never,
> {
  private readonly rows = new Map<number, Row>();
  private readonly unique = new Map<string, Map<Key, Row>>();
  private readonly groups = new Map<string, Map<Key, Set<Row>>>();
  private highestId = 0;

  constructor(
    private readonly name: string,
    private readonly uniqueKeys: Record<Unique, KeyOf<Row>>,
    private readonly groupingKeys: Record<Grouping, KeyOf<Row>>,
  ) {
    for (const index of Object.keys(uniqueKeys)) {
      this.unique.set(index, new Map());
    }
    for (const index of Object.keys(groupingKeys)) {
      this.groups.set(index, new Map());
    }
  }

  /** Takes the next free id of this table. */
  takeId(): number {
    this.highestId += 1;
    return this.highestId;
  }

  /** The id after which the next one is taken. */
  get lastId(): number {
    return this.highestId;
  }

  /** Makes sure that ids up to and including this one are not given out. */
  reserveIdsTo(id: number): void {
    this.highestId = Math.max(this.highestId, id);
  }

  /** @throws DuplicateKeyError if the id or a unique key is taken; nothing is inserted then. */
  insert(row: Row): Row {
    if (this.rows.has(row.id)) {
      throw new DuplicateKeyError(this.name, 'id');
    }
    const keys = this.keys(this.uniqueKeys, row);
    const taken = keys.find(([index, key]) => this.unique.get(index)?.has(key));
    if (taken) {
      throw new DuplicateKeyError(this.name, taken[0]);
    }
    this.rows.set(row.id, row);
    this.reserveIdsTo(row.id);
    keys.forEach(([index, key]) => this.unique.get(index)?.set(key, row));
    for (const [index, key] of this.keys(this.groupingKeys, row)) {
      const group = this.groups.get(index)?.get(key);
      if (group) {
        group.add(row);
      } else {
        this.groups.get(index)?.set(key, new Set([row]));
      }
    }
    return row;
  }

  delete(row: Row): void {
    this.rows.delete(row.id);
    for (const [index, key] of this.keys(this.uniqueKeys, row)) {
      this.unique.get(index)?.delete(key);
    }
    for (const [index, key] of this.keys(this.groupingKeys, row)) {
      this.groups.get(index)?.get(key)?.delete(row);
    }
  }

  get(id: number): Row | undefined {
    return this.rows.get(id);
  }

  findBy(index: Unique, key: Key): Row | undefined {
    return this.unique.get(index)?.get(key);
  }

  /** All rows with that key, in the order of insertion. */
  allBy(index: Grouping, key: Key): Row[] {
    return [...(this.groups.get(index)?.get(key) ?? [])];
  }

  /** All rows in the order of insertion. */
  all(): Row[] {
    return [...this.rows.values()];
  }

  private keys(
    definitions: Record<string, KeyOf<Row>>,
    row: Row,
  ): Array<[string, Key]> {
    return Object.entries(definitions).flatMap(([index, keyOf]) => {
      const key = keyOf(row);
      return key === null ? [] : [[index, key] as [string, Key]];
    });
  }
}

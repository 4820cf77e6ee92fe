import { createHash } from 'node:crypto';

/** Who made a commit. */
export interface Author {
  readonly name: string;
  readonly email: string;
}

/** A state of all files: their paths, with the ids of their contents. */
export type Tree = ReadonlyMap<string, string>;

export interface Commit {
  readonly id: string;
  readonly parentIds: readonly string[];
  readonly message: string;
  readonly author: Author;
  readonly createdAt: string;
  readonly files: Tree;
}

/** The Git repository of a project, as far as the API shows it: contents, commits and branches. */
export class Repository {
  /** Each branch, with the id of its newest commit. */
  readonly branches = new Map<string, string>();
  private readonly commits = new Map<string, Commit>();
  private readonly contents = new Map<string, Buffer>();

  get isEmpty(): boolean {
    return this.branches.size === 0;
  }

  /** Keeps a content; its id is the one that Git gives it. */
  addContent(content: Buffer): string {
    const id = createHash('sha1')
      .update(`blob ${content.length}\0`)
      .update(content)
      .digest('hex');
    this.contents.set(id, content);
    return id;
  }

  /** Keeps a commit, which gets its id of what is in it. */
  addCommit(commit: Omit<Commit, 'id'>): Commit {
    const id = createHash('sha1')
      .update(JSON.stringify({ ...commit, files: [...commit.files].sort() }))
      .digest('hex');
    return this.restoreCommit({ ...commit, id });
  }

  /** Keeps a commit that already has its id. */
  restoreCommit(commit: Commit): Commit {
    this.commits.set(commit.id, commit);
    return commit;
  }

  /** The commit that a branch or (the beginning of) a commit id names. */
  resolve(reference: string): Commit | null {
    const head = this.branches.get(reference.replace(/^refs\/heads\//, ''));
    if (head !== undefined) {
      return this.commit(head);
    }
    if (!/^[0-9a-f]{7,40}$/.test(reference)) {
      return null;
    }
    const ids = [...this.commits.keys()];
    const id = ids.find(known => known.startsWith(reference));
    return id === undefined ? null : this.commit(id);
  }

  /** @throws Error if there is none, which no request can bring about */
  commit(id: string): Commit {
    const commit = this.commits.get(id);
    if (!commit) {
      throw new Error(`there is no commit ${id}`);
    }
    return commit;
  }

  /** @throws Error if there is none, which no request can bring about */
  content(id: string): Buffer {
    const content = this.contents.get(id);
    if (!content) {
      throw new Error(`there is no content ${id}`);
    }
    return content;
  }

  allCommits(): Commit[] {
    return [...this.commits.values()];
  }

  allContents(): Array<[string, Buffer]> {
    return [...this.contents];
  }

  /** The commit and everything before it, newest first; of equally old ones, children come before parents. */
  history(start: Commit): Commit[] {
    const found = new Set([start]);
    for (const commit of found) {
      commit.parentIds.forEach(id => found.add(this.commit(id)));
    }
    return [...found].sort((one, other) =>
      other.createdAt.localeCompare(one.createdAt),
    );
  }

  /** Whether a commit made a file what it is there, or removed it. */
  isChangedBy(commit: Commit, path: string): boolean {
    const before = commit.parentIds.map(id => this.commit(id).files.get(path));
    return before.length === 0
      ? commit.files.has(path)
      : before.every(content => content !== commit.files.get(path));
  }

  /** The commit that gave a file the content it has there. */
  lastCommitFor(start: Commit, path: string): Commit {
    const content = start.files.get(path);
    const unchanged = start.parentIds
      .map(id => this.commit(id))
      .find(parent => parent.files.get(path) === content);
    return unchanged ? this.lastCommitFor(unchanged, path) : start;
  }

  /** The newest commit that both have in their history, or null. */
  mergeBase(one: Commit, other: Commit): Commit | null {
    const ancestors = new Set(this.history(other));
    return this.history(one).find(commit => ancestors.has(commit)) ?? null;
  }
}

import { ParsedSeed } from './schema';

type Numbered<Entry> = Omit<Entry, 'id'> & { id: number };

/** A seed in which everything has its id. */
export type NumberedSeed = Omit<
  ParsedSeed,
  'users' | 'groups' | 'projects' | 'tokens' | 'deployTokens'
> & {
  users: Numbered<ParsedSeed['users'][number]>[];
  groups: Numbered<ParsedSeed['groups'][number]>[];
  projects: Numbered<ParsedSeed['projects'][number]>[];
  tokens: Numbered<ParsedSeed['tokens'][number]>[];
  deployTokens: Numbered<ParsedSeed['deployTokens'][number]>[];
};

/** Gives an id to everything that has none, the bot users of group and project tokens included. */
export function numberSeed(seed: ParsedSeed): NumberedSeed {
  const takeUserId = idsAfter([
    ...seed.users.map(user => user.id),
    ...seed.tokens.map(token => token.userId),
  ]);
  return {
    ...seed,
    users: numbered(seed.users, takeUserId),
    groups: numbered(seed.groups),
    projects: numbered(seed.projects),
    tokens: numbered(
      seed.tokens.map(token =>
        token.kind === 'group' || token.kind === 'project'
          ? { ...token, userId: token.userId ?? takeUserId() }
          : token,
      ),
    ),
    deployTokens: numbered(seed.deployTokens),
  };
}

function numbered<Entry extends { id?: number }>(
  entries: readonly Entry[],
  takeId = idsAfter(entries.map(entry => entry.id)),
): Array<Numbered<Entry>> {
  return entries.map(entry => ({ ...entry, id: entry.id ?? takeId() }));
}

function idsAfter(ids: Array<number | null | undefined>): () => number {
  let last = ids.reduce<number>((highest, id) => Math.max(highest, id ?? 0), 0);
  return () => {
    last += 1;
    return last;
  };
}

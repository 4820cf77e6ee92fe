import { insertBot, joinBot } from '../state/bots';
import { Resource, Token } from '../state/entities';
import { defaultExpiry } from '../state/lifetime';
import { State } from '../state/State';
import { newDeployTokenValue, newTokenValue } from '../state/tokenValue';
import { SeedError } from './SeedError';
import { NumberedSeed } from './numberSeed';
import { eachEntry, requiredResourceOf, resourceOf } from './places';
import { normalTimestamp } from './time';

type TokenEntry = NumberedSeed['tokens'][number];

/** Inserts the tokens, with a bot user for each group or project token that has none. */
export function loadTokens(
  state: State,
  seed: NumberedSeed,
  now: string,
): void {
  eachEntry('tokens', seed.tokens, entry => {
    const { id } = entry;
    const name = entry.name ?? `Token ${id}`;
    const holder = holderOf(state, { ...entry, name }, now);
    state.tokens.insert({
      id,
      ...holder,
      kind: entry.kind,
      name,
      description: entry.description,
      scopes: entry.scopes,
      value: entry.value ?? newTokenValue(state.settings, holder.userId),
      createdAt: normalTimestamp(entry.createdAt ?? now),
      expiresAt: expiryOf(state, entry, now),
      revoked: entry.revoked,
      lastUsedAt: entry.lastUsedAt && normalTimestamp(entry.lastUsedAt),
      lastUsedIps: entry.lastUsedIps,
      previousTokenId: entry.previousTokenId,
    });
  });
  eachEntry('tokens', seed.tokens, ({ previousTokenId }) => {
    if (previousTokenId !== null && !state.tokens.get(previousTokenId)) {
      throw new SeedError(`there is no token ${previousTokenId}`);
    }
  });
}

/** Inserts the deploy tokens. */
export function loadDeployTokens(state: State, seed: NumberedSeed): void {
  eachEntry('deployTokens', seed.deployTokens, entry => {
    const { id } = entry;
    const value = entry.value ?? newDeployTokenValue();
    if (state.tokens.findBy('value', value)) {
      throw new SeedError('a token has the same value');
    }
    state.deployTokens.insert({
      id,
      resource: requiredResourceOf(state, entry),
      name: entry.name ?? `Deploy token ${id}`,
      username: entry.username ?? `gitlab+deploy-token-${id}`,
      scopes: entry.scopes,
      value,
      expiresAt: entry.expiresAt,
      revoked: entry.revoked,
    });
  });
}

type Holder = Pick<Token, 'userId' | 'resource' | 'accessLevel'>;

function holderOf(
  state: State,
  entry: TokenEntry & { name: string },
  now: string,
): Holder {
  if (entry.kind === 'group' || entry.kind === 'project') {
    return botHolder(state, entry, now);
  }
  if (resourceOf(state, entry)) {
    throw new SeedError(`a ${entry.kind} token has no groupId or projectId`);
  }
  const user = entry.userId ? state.users.get(entry.userId) : undefined;
  if (!user) {
    throw new SeedError(
      entry.userId ? `there is no user ${entry.userId}` : 'needs a userId',
    );
  }
  if (entry.kind === 'service-account' && !user.serviceAccount) {
    throw new SeedError(`user ${user.id} is not a service account`);
  }
  return { userId: user.id, resource: null, accessLevel: null };
}

function botHolder(
  state: State,
  entry: TokenEntry & { name: string },
  now: string,
): Holder {
  const resource = requiredResourceOf(state, entry);
  if (resource.type !== entry.kind) {
    throw new SeedError(`a ${entry.kind} token needs a ${entry.kind}Id`);
  }
  const accessLevel = entry.accessLevel ?? 40;
  const createdAt = normalTimestamp(entry.createdAt ?? now);
  const known = entry.userId ? state.users.get(entry.userId) : undefined;
  if (known && (!known.bot || known.serviceAccount)) {
    throw new SeedError(`user ${known.id} is not a bot`);
  }
  const bot =
    known ??
    insertBot(state, resource, {
      id: entry.userId ?? state.users.takeId(),
      name: entry.name,
      createdAt,
    });
  refuseForeignBot(state, bot.id, resource);
  joinBot(state, bot.id, { resource, accessLevel, createdAt });
  return { userId: bot.id, resource, accessLevel };
}

function refuseForeignBot(
  state: State,
  botId: number,
  resource: Resource,
): void {
  const elsewhere = state.tokens
    .allBy('user', botId)
    .some(
      token =>
        token.resource?.type !== resource.type ||
        token.resource.id !== resource.id,
    );
  if (elsewhere) {
    throw new SeedError(`user ${botId} is the bot of another group or project`);
  }
}

function expiryOf(state: State, entry: TokenEntry, now: string): string | null {
  if (entry.expiresAt !== undefined) {
    return entry.expiresAt;
  }
  return entry.kind === 'service-account'
    ? null
    : defaultExpiry(state.settings, entry.kind, new Date(now));
}

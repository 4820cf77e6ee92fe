import {
  DeclaredCredential,
  ObservedCredential,
  Owner,
  Role,
  roleOfLevel,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { ownerOfBot } from '../domain/resourceBot';
import {
  GitlabGateway,
  GitlabMember,
  GitlabResource,
  GitlabUser,
  SelfToken,
} from '../ports/GitlabGateway';
import { unlessRefused } from './unlessRefused';

/** Everything but when it was seen. */
export type CredentialFacts = Omit<ObservedCredential, 'observedAt'>;

/**
 * Asks GitLab what a credential is, with nothing but the credential.
 *
 * It takes at most three requests in two round trips: the token itself and, beside it, the user for a personal token,
 * or the declared owner for a group's or project's, whose membership then tells the bot's name and role. Only a token
 * that turns out to be no member of a declared owner that it can see takes one more. What the token may not ask (its
 * scopes lack `read_api`) stays null.
 *
 * @throws GatewayError when the token itself gives no good answer
 */
export async function observeCredential(
  gateway: GitlabGateway,
  declared: DeclaredCredential,
): Promise<CredentialFacts> {
  const { kind, owner } = declared;
  if (owner && (kind === 'group' || kind === 'project')) {
    return observeMember(gateway, kind, owner);
  }
  const [self, user] = await Promise.all([
    gateway.self(),
    unlessRefused(gateway.currentUser()),
  ]);
  return userFacts(self, user, declared);
}

async function observeMember(
  gateway: GitlabGateway,
  type: GitlabResource['type'],
  path: string,
): Promise<CredentialFacts> {
  const [self, resource] = await Promise.all([
    gateway.self(),
    unlessRefused(gateway.resource(type, path)),
  ]);
  const member =
    resource && (await unlessRefused(gateway.member(resource, self.userId)));
  if (resource && member) {
    return memberFacts(self, resource, member);
  }
  return userFacts(self, await unlessRefused(gateway.currentUser()), {});
}

function memberFacts(
  self: SelfToken,
  resource: GitlabResource,
  member: GitlabMember,
): CredentialFacts {
  const { kind, owner } = identityOf({
    id: self.userId,
    username: member.username,
  });
  const isDeclaredOwner =
    owner.type === resource.type && owner.id === resource.id;
  return {
    ...tokenFacts(self),
    kind,
    username: member.username,
    owner: isDeclaredOwner ? { ...owner, path: resource.path } : owner,
    role: roleOf(member),
  };
}

function userFacts(
  self: SelfToken,
  user: GitlabUser | undefined,
  declared: DeclaredCredential,
): CredentialFacts {
  const identity = user && identityOf(user);
  // GitLab does not tell an impersonation token from a personal one, so that the declaration has to.
  const kind =
    identity?.kind === 'personal' && declared.kind === 'impersonation'
      ? 'impersonation'
      : identity?.kind ?? null;
  return {
    ...tokenFacts(self),
    kind,
    username: user?.username ?? null,
    owner: identity?.owner ?? null,
    role: null,
  };
}

function tokenFacts(self: SelfToken) {
  const { id, name, description, userId, scopes, createdAt } = self;
  const { expiresAt, lastUsedAt } = self;
  return {
    tokenId: id,
    name,
    description,
    userId,
    scopes,
    createdAt,
    expiresAt,
    lastUsedAt,
  };
}

function identityOf(user: GitlabUser): { kind: TokenKind; owner: Owner } {
  const place = user.bot === false ? undefined : ownerOfBot(user.username);
  if (place) {
    return { kind: place.type, owner: { ...place, path: null } };
  }
  const owner: Owner = { type: 'user', id: user.id, path: user.username };
  return { kind: user.bot ? 'service-account' : 'personal', owner };
}

function roleOf(member: GitlabMember): Role | null {
  return roleOfLevel(member.accessLevel) ?? null;
}

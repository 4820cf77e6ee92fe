import {
  DeclaredCredential,
  Environment,
  ObservedCredential,
  ownerTypeOf,
  Role,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Something about a credential, and whether only the configuration says so. */
export type Fact<T> = { value: T; declared: boolean };

/** What a token belongs to, as far as it is known. */
export type OwnerFact = {
  type: 'user' | 'group' | 'project' | null;
  id: number | null;
  path: string | null;
};

/** A credential as far as it is known: what GitLab said, and else what is declared. */
export type Credential = {
  kind: Fact<TokenKind> | null;
  name: Fact<string> | null;
  owner: Fact<OwnerFact> | null;
  role: Fact<Role> | null;
  /** The user that the token acts as; null while GitLab has not said. */
  username: string | null;
};

function fact<T>(
  observed: T | null | undefined,
  declared: T | null | undefined,
): Fact<T> | null {
  if (observed !== null && observed !== undefined) {
    return { value: observed, declared: false };
  }
  return declared !== null && declared !== undefined
    ? { value: declared, declared: true }
    : null;
}

function declaredOwner(declared: DeclaredCredential): OwnerFact | null {
  if (declared.owner === undefined) {
    return null;
  }
  return {
    type: declared.kind ? ownerTypeOf(declared.kind) : null,
    id: null,
    path: declared.owner,
  };
}

function observedOwner(observed: ObservedCredential | null): OwnerFact | null {
  if (observed?.owner?.path) {
    return observed.owner;
  }
  const isUsers =
    observed?.owner?.type === 'user' ||
    (observed?.kind && ownerTypeOf(observed.kind) === 'user');
  if (observed && isUsers && observed.username) {
    return { type: 'user', id: observed.userId, path: observed.username };
  }
  return null;
}

/** Puts together what GitLab said and what is declared; what GitLab said wins. */
export function credentialOf({ observed, declared }: Environment): Credential {
  return {
    kind: fact(observed?.kind, declared.kind),
    name: fact(observed?.name, declared.name),
    owner: fact(observedOwner(observed), declaredOwner(declared)),
    role: fact(observed?.role, declared.role),
    username: observed?.username ?? null,
  };
}

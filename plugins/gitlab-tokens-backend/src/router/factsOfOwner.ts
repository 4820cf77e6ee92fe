import {
  Environment,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenFacts, TokenListing } from './TokenListing';

/** Of a token that is not in the inventory, or not yet, as far as it is known. */
interface OutsideToken {
  environment: string;
  kind: TokenKind | null;
  /** Full path, or user name. */
  owner: string | null;
}

/** The credential of an environment: what it is declared to be, and where nothing is declared, what it is. */
export function credentialOf(environment: Environment): OutsideToken {
  const { name, declared, observed } = environment;
  return {
    environment: name,
    kind: declared.kind ?? observed?.kind ?? null,
    owner: declared.owner ?? observed?.owner?.path ?? null,
  };
}

/**
 * The facts of a token that is not in the inventory, or not yet, by what it belongs to. Undefined where its kind is not
 * known; without an owner it belongs to nobody's entity.
 */
export async function factsOfOwner(
  tokens: Pick<TokenListing, 'entityOwnersOf'>,
  { environment, kind, owner }: OutsideToken,
): Promise<TokenFacts | undefined> {
  if (!kind) {
    return undefined;
  }
  const entityOwners = owner
    ? await tokens.entityOwnersOf(environment, ownerTypeOf(kind), owner)
    : [];
  return { environment, kind, entityOwners };
}

/** What tokens of a kind belong to. */
function ownerTypeOf(kind: TokenKind): 'user' | 'group' | 'project' {
  switch (kind) {
    case 'group':
    case 'group-deploy':
      return 'group';
    case 'project':
    case 'project-deploy':
      return 'project';
    default:
      return 'user';
  }
}

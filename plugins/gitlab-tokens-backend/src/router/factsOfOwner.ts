import {
  Environment,
  ownerTypeOf,
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
  const type = ownerTypeOf(kind);
  const [entityOwners] = await tokens.entityOwnersOf([
    { environment, type, path: owner },
  ]);
  return { environment, kind, entityOwners };
}

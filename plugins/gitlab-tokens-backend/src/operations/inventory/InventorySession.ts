import {
  Owner,
  roleOfLevel,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { TokenHome, tokenRefText } from '../../domain/TokenRef';
import { BrokerSelf } from '../../ports/BrokerGateway';
import { DirectoryGateway } from '../../ports/DirectoryGateway';
import { GitlabGateway } from '../../ports/GitlabGateway';
import {
  InventoryWriter,
  ListedInventoryToken,
} from '../../ports/InventoryWriter';
import { GitlabToken, TokenGateway } from '../../ports/TokenGateway';

/** What one refresh of one environment works with: GitLab, as its broker sees it. */
export interface InventorySession {
  environment: string;
  host: string;
  gitlab: GitlabGateway;
  directory: DirectoryGateway;
  tokens: TokenGateway;
  /** The broker; where the file holds none, the credential. */
  self: BrokerSelf;
  writer: InventoryWriter;
  /** Ends the refresh, when its time is over. */
  signal: AbortSignal;
}

/** A token as the inventory keeps it. */
export function toInventoryToken(
  environment: string,
  owner: Owner,
  { home, token }: { home: TokenHome; token: GitlabToken },
): ListedInventoryToken['token'] {
  const { id, accessLevel, ...facts } = token;
  return {
    ...facts,
    kind: home.kind,
    ref: tokenRefText(environment, { ...home, id }),
    environment,
    owner,
    tokenId: id,
    role: accessLevel === null ? null : roleOfLevel(accessLevel) ?? null,
  };
}

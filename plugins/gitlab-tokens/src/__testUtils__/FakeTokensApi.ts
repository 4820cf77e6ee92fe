import { NotFoundError } from '@backstage/errors';
import {
  Environment,
  EnvironmentList,
  InventoryOwner,
  InventoryOwnerList,
  ManagedToken,
  ManagedTokenList,
  Operation,
  OperationList,
  OperationQuery,
  TokenQuery,
  TokensApi,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anEnvironment } from './environments';
import { anOwner } from './tokens';

type Query = Partial<TokenQuery>;

const isAmong = <T>(value: T, values: readonly T[] | undefined) =>
  !values?.length || values.includes(value);

function isWithin(path: string | null, owners: readonly string[] | undefined) {
  return (
    !owners?.length ||
    owners.some(owner => path === owner || path?.startsWith(`${owner}/`))
  );
}

function isFound(token: ManagedToken, search: string | undefined): boolean {
  const { name, description, username, owner } = token;
  return [name, description, username, owner.path].some(text =>
    text?.toLowerCase().includes((search ?? '').toLowerCase()),
  );
}

function matches(token: ManagedToken, query: Query): boolean {
  const { expiresWithinDays, scope } = query;
  return (
    isAmong(token.environment, query.environment) &&
    isAmong(token.kind, query.kind) &&
    isAmong(token.state, query.state) &&
    (!query.role?.length ||
      (token.role !== null && query.role.includes(token.role))) &&
    isWithin(token.owner.path, query.owner) &&
    (scope ?? []).every(each => token.scopes.includes(each)) &&
    isFound(token, query.search) &&
    (expiresWithinDays === undefined ||
      (token.state === 'active' &&
        token.daysLeft !== null &&
        token.daysLeft <= expiresWithinDays))
  );
}

function sorted(tokens: ManagedToken[], { sort, order }: Query) {
  const key = sort ?? 'name';
  const valueOf = (token: ManagedToken) =>
    key === 'owner' ? token.owner.path : token[key];
  const sign = order === 'desc' ? -1 : 1;
  return [...tokens].sort((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null);
    }
    return sign * (left < right ? -1 : Number(left > right));
  });
}

/** The inventory in memory: it filters, sorts and pages as the backend does, at once or when it is told to. */
export class FakeTokensApi
  implements
    Pick<TokensApi, 'listTokens' | 'getToken' | 'listOwners' | 'exportTokens'>
{
  /** The queries for lists, oldest first. */
  readonly asked: Query[] = [];
  /** The queries for exports, oldest first. */
  readonly exported: Query[] = [];
  /** What was done with tokens, the newest first. */
  ledger: Operation[] = [];
  /** Whether the viewer may issue tokens at all. */
  mayIssue = true;
  /** Whether it counts all matches. */
  isExact = true;
  private error: Error | null = null;
  private held: (() => void)[] | null = null;

  constructor(
    public tokens: ManagedToken[],
    public owners: InventoryOwner[] = [anOwner()],
    public environments: Environment[] = [anEnvironment()],
  ) {}

  /** Fails from now on; null: no longer. */
  fail(error: Error | null) {
    this.error = error;
  }

  /** Answers questions about tokens no more until `release`. */
  hold() {
    this.held = [];
  }

  /** Answers everything that was asked since `hold`, the newest question first. */
  release() {
    const held = this.held ?? [];
    this.held = null;
    held.reverse().forEach(answer => answer());
  }

  async listTokens(query: Query = {}): Promise<ManagedTokenList> {
    this.asked.push(query);
    const { offset = 0, limit = 50 } = query;
    const found = this.tokens.filter(token => matches(token, query));
    const items = sorted(found, query).slice(offset, offset + limit);
    const total = this.isExact ? found.length : offset + items.length + 1;
    await this.answering();
    return { items, total, totalIsExact: this.isExact, offset, limit };
  }

  async getToken(ref: string): Promise<ManagedToken> {
    await this.answering();
    const found = this.tokens.find(token => token.ref === ref);
    if (!found) {
      throw Object.assign(new NotFoundError(`No token ${ref}`), {
        statusCode: 404,
      });
    }
    return found;
  }

  async exportTokens(query: Query = {}): Promise<Blob> {
    this.exported.push(query);
    await this.answering();
    return new Blob(['name\n'], { type: 'text/csv' });
  }

  async listOperations(
    query: Partial<OperationQuery> = {},
  ): Promise<OperationList> {
    const { offset = 0, limit = 50, token } = query;
    const tokenId = Number(token?.split('.').pop());
    const found = this.ledger.filter(
      it => !token || it.oldTokenId === tokenId || it.newTokenId === tokenId,
    );
    const items = found.slice(offset, offset + limit);
    return { items, total: found.length, offset, limit };
  }

  async listOwners(): Promise<InventoryOwnerList> {
    return { items: this.owners, mayIssue: this.mayIssue };
  }

  async listEnvironments(): Promise<EnvironmentList> {
    return { items: this.environments };
  }

  private async answering() {
    const { error } = this;
    await new Promise<void>(resolve =>
      this.held ? this.held.push(resolve) : resolve(),
    );
    if (error) {
      throw error;
    }
  }
}

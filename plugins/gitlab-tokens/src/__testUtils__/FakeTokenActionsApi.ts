import {
  ManagedToken,
  Operation,
  OperationPlan,
  RevocationList,
  RevocationPlanList,
  RevokeRequest,
  TokensApi,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { FakeTokensApi } from './FakeTokensApi';
import { aDoneOperation, aPlan, aRevocationPlan } from './operations';

/** The inventory in memory, whose tokens can be revoked at once; of rotations it gives the plans alone. */
export class FakeTokenActionsApi
  extends FakeTokensApi
  implements
    Pick<TokensApi, 'planRotation' | 'planRevocation' | 'revokeTokens'>
{
  /** What rotations were planned of: references of tokens, and names of environments. */
  readonly planned: { token?: string; environment?: string }[] = [];
  private readonly operations = new Map<string, Operation>();

  async planRotation(token: string): Promise<OperationPlan> {
    this.planned.push({ token });
    return aPlan({ isCredential: false });
  }

  async planCredentialRotation(environment: string): Promise<OperationPlan> {
    this.planned.push({ environment });
    return aPlan();
  }

  async planRevocation({ tokens }: RevokeRequest): Promise<RevocationPlanList> {
    const items = this.named(tokens).map(token => ({
      token: token.ref,
      plan: aRevocationPlan(token),
    }));
    return { items };
  }

  async revokeTokens({ tokens }: RevokeRequest): Promise<RevocationList> {
    const items = this.named(tokens).map(token => {
      const operation = aDoneOperation({
        id: `revocation-of-${token.ref}`,
        kind: 'revoke',
        plan: aRevocationPlan(token),
      });
      this.operations.set(operation.id, operation);
      return { token: token.ref, operation, problem: null };
    });
    this.tokens = this.tokens.map(token =>
      tokens.includes(token.ref) ? { ...token, state: 'revoked' } : token,
    );
    return { items };
  }

  async getOperation(id: string): Promise<Operation> {
    const operation = this.operations.get(id);
    if (!operation) {
      throw new Error(`No operation ${id}`);
    }
    return operation;
  }

  private named(refs: readonly string[]): ManagedToken[] {
    return this.tokens.filter(({ ref }) => refs.includes(ref));
  }
}

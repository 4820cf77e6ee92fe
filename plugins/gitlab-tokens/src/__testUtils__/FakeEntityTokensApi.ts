import {
  EntityTokenList,
  EnvironmentList,
  InventoryOwnerList,
  OperationPlan,
  RevocationPlanList,
  RevokeRequest,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { FakeTokensApi } from './FakeTokensApi';
import { aPlan } from './operations';

type EntityName = { kind: string; namespace: string; name: string };

/** The inventory in memory, all of which belongs to one catalog entity. */
export class FakeEntityTokensApi extends FakeTokensApi {
  /** The entities whose tokens were asked for, oldest first. */
  readonly entities: EntityName[] = [];
  /** What the environments and the owners cannot be loaded for. */
  besides: { environments?: Error; owners?: Error } = {};

  async listEntityTokens(entity: EntityName): Promise<EntityTokenList> {
    this.entities.push(entity);
    const { items } = await this.listTokens({ limit: 500 });
    return { target: null, items };
  }

  async listEnvironments(): Promise<EnvironmentList> {
    if (this.besides.environments) {
      throw this.besides.environments;
    }
    return super.listEnvironments();
  }

  async listOwners(): Promise<InventoryOwnerList> {
    if (this.besides.owners) {
      throw this.besides.owners;
    }
    return super.listOwners();
  }

  async planRotation(): Promise<OperationPlan> {
    return aPlan();
  }

  async planRevocation(request: RevokeRequest): Promise<RevocationPlanList> {
    return {
      items: request.tokens.map(token => ({ token, plan: aPlan() })),
    };
  }
}

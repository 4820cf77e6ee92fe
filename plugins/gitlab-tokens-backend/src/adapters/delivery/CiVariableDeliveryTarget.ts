import {
  ciVariableDeliverySchema,
  Delivery,
  isDeployKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import {
  DeliveryCheck,
  DeliveryContext,
  DeliveryOutcome,
  DeliveryTarget,
  Secret,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { ConnectBroker } from '../../ports/BrokerGateway';
import { GatewayError } from '../../ports/GatewayError';
import { GitlabInstance } from '../../ports/GitlabGateway';
import {
  ConnectVariables,
  StoredVariable,
  VariableGateway,
  VariableOptions,
  VariablePlace,
} from '../../ports/VariableGateway';
import {
  refuseHiddenUnmasked,
  refuseUnmaskable,
  refuseUnscoped,
  variableNotKept,
} from './ciVariableProblems';
import { checkPlace, orDeliveryError } from './deliveryFailures';
import { DeliveryEnvironments } from './DeliveryEnvironments';
import { isInDoubt } from './gatewayFailure';
import { parseDelivery } from './parseDelivery';
import { refusePowerless } from './refusePowerless';

/** What the target works with. */
export interface CiVariableDeliveryOptions {
  environments: DeliveryEnvironments;
  connectBroker: ConnectBroker;
  connectVariables: ConnectVariables;
}

/** Into a CI/CD variable of a project or of a group. */
export class CiVariableDeliveryTarget implements DeliveryTarget {
  readonly name = 'ci-variable';

  constructor(private readonly options: CiVariableDeliveryOptions) {}

  async check(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<DeliveryCheck> {
    const { place, options } = settingsOf(delivery);
    return checkPlace(placeText(place), async () => {
      const { gateway, authority } = await this.#connect(context);
      const { instance, credential } = authority;
      const { connectBroker } = this.options;
      const broker = connectBroker(instance, credential, context.signal);
      await refusePowerless(broker, {
        ...place,
        role: place.type === 'project' ? 'maintainer' : 'owner',
      });
      await refuseUnscoped(broker, place);
      if (!isDeployKind(context.token.kind)) {
        // New access tokens begin like the ones that there are.
        refuseUnmaskable(credential, options);
      }
      refuseHiddenUnmasked(await gateway.show(place), options);
      return null;
    });
  }

  deliver(
    delivery: Delivery,
    value: Secret,
    context: DeliveryContext,
  ): Promise<DeliveryOutcome> {
    return orDeliveryError(async () => {
      const { place, options } = settingsOf(delivery);
      refuseUnmaskable(value, options);
      const { gateway, authority } = await this.#connect(context);
      const wanted = { ...options, value };
      const stored = await gateway.show(place);
      if (!stored || !holds(stored, wanted)) {
        const doubt = await write(gateway, { place, stored, wanted });
        const written = await gateway.show(place);
        // What a hidden variable holds is not to be seen; GitLab has said that it took it.
        const isTaken = !doubt && written?.hidden;
        if (!written || !(isTaken || holds(written, wanted))) {
          throw doubt ?? variableNotKept(placeText(place));
        }
      }
      return {
        state: 'delivered',
        place: placeText(place),
        url: pageOf(authority.instance, place),
      };
    });
  }

  readBack(
    delivery: Delivery,
    context: DeliveryContext,
  ): Promise<Secret | undefined> {
    return orDeliveryError(async () => {
      const { place } = settingsOf(delivery);
      const { gateway } = await this.#connect(context);
      const stored = await gateway.show(place);
      return stored?.value ?? undefined;
    });
  }

  async #connect({ environment, signal }: DeliveryContext) {
    const { environments, connectVariables } = this.options;
    const authority = await environments.authority(environment);
    const { instance, credential } = authority;
    return {
      authority,
      gateway: connectVariables(instance, credential, signal),
    };
  }
}

type Wanted = VariableOptions & { value: Secret };

/** Sends it once. What is given back is why it is not known whether that was done. */
async function write(
  gateway: VariableGateway,
  options: {
    place: VariablePlace;
    stored: StoredVariable | undefined;
    wanted: Wanted;
  },
): Promise<GatewayError | undefined> {
  const { place, stored, wanted } = options;
  try {
    await (stored
      ? gateway.update(place, wanted.value, wanted)
      : gateway.create(place, wanted.value, wanted));
    return undefined;
  } catch (error) {
    if (isInDoubt(error)) {
      return error;
    }
    throw error;
  }
}

function holds(stored: StoredVariable, wanted: Wanted): boolean {
  return (
    (stored.value?.equals(wanted.value) ?? false) &&
    stored.masked === wanted.masked &&
    stored.protected === wanted.protected &&
    stored.raw === wanted.raw
  );
}

function settingsOf(delivery: Delivery): {
  place: VariablePlace;
  options: VariableOptions;
} {
  const settings = parseDelivery(ciVariableDeliverySchema, delivery);
  const { project, group, key, environmentScope, ...options } = settings;
  const place: VariablePlace =
    project === undefined
      ? { type: 'group', path: String(group), key, environmentScope }
      : { type: 'project', path: project, key, environmentScope };
  return { place, options };
}

function placeText({ path, key, environmentScope }: VariablePlace): string {
  const scope = environmentScope === '*' ? '' : ` (${environmentScope})`;
  return `${path}: ${key}${scope}`;
}

function pageOf({ baseUrl }: GitlabInstance, { type, path }: VariablePlace) {
  const groups = type === 'group' ? '/groups' : '';
  return `${baseUrl}${groups}/${path}/-/settings/ci_cd`;
}

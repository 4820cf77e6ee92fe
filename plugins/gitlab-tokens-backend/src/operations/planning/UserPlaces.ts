import { tokenQuerySchema } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { accessTo, BrokerFacts } from '../../domain/BrokerFacts';
import { EnvironmentSettings } from '../../domain/EnvironmentSettings';
import { Place } from '../../domain/planning/NextToken';
import { UserKind } from '../../domain/policyViolations';
import { parseTokenRef, TokenHome } from '../../domain/TokenRef';
import { StoredCredential } from '../../ports/CredentialStore';
import { GitlabUser } from '../../ports/GitlabGateway';
import { unlessRefused } from '../unlessRefused';
import { BrokerLook } from './BrokerInspector';
import { PlannerOptions, TIME_LIMIT } from './PlannerOptions';

/** A user whose tokens may be managed, and the broker's role where a service account belongs to. */
export interface FoundUser {
  place: Place;
  /** Undefined: a person, or a service account of the instance. */
  accessLevel: number | null | undefined;
}

const isSame = (one: string | null, other: string) =>
  one?.toLocaleLowerCase('en') === other.toLocaleLowerCase('en');

/** Finds users by their names, of whom GitLab wants the number. */
export class UserPlaces {
  constructor(
    private readonly options: Pick<
      PlannerOptions,
      'inventory' | 'brokers' | 'connectDirectory' | 'now'
    >,
  ) {}

  /**
   * Anybody of whom the inventory has a token of that kind, anybody whom an administrator's broker finds, or a service
   * account of a managed top-level group; undefined where there is nobody.
   */
  async find(
    environment: EnvironmentSettings,
    kind: UserKind,
    name: string,
  ): Promise<FoundUser | undefined> {
    const place = await this.#inInventory(environment, kind, name);
    if (kind !== 'service-account') {
      const person = place ?? (await this.#person(environment, kind, name));
      return person && { place: person, accessLevel: undefined };
    }
    const ofGroup = await this.#serviceAccount(environment, name, place);
    return ofGroup ?? (place && { place, accessLevel: undefined });
  }

  async #person(
    environment: EnvironmentSettings,
    kind: 'personal' | 'impersonation',
    name: string,
  ): Promise<Place | undefined> {
    const { facts, stored } = await this.options.brokers.look(environment);
    const speaker = stored && speakerOf(stored, facts);
    if (!speaker || facts.outcome !== 'accepted' || !facts.isAdmin) {
      return undefined;
    }
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const directory = this.options.connectDirectory(
      stored.instance,
      speaker,
      signal,
    );
    const user = await unlessRefused(directory.user(name));
    return (
      user && {
        home: { kind, userId: user.id },
        owner: userOwner(user.id, user.username),
      }
    );
  }

  /** @param known - where the inventory has its tokens */
  async #serviceAccount(
    environment: EnvironmentSettings,
    name: string,
    known: Place | undefined,
  ): Promise<FoundUser | undefined> {
    const topLevel = environment.owners.filter(path => !path.includes('/'));
    for (const path of topLevel) {
      const wanted = { type: 'group' as const, path };
      const look = await this.options.brokers.look(environment, {
        owner: wanted,
      });
      const group = accessTo(look.facts, wanted);
      const place =
        group && (known ?? (await this.#accountOf(group.id, name, look)));
      if (place && isInGroup(place.home, group.id)) {
        return { place, accessLevel: group.accessLevel };
      }
    }
    return undefined;
  }

  async #accountOf(
    groupId: number,
    name: string,
    { facts, stored }: BrokerLook,
  ): Promise<Place | undefined> {
    const speaker = stored && speakerOf(stored, facts);
    if (!stored || !speaker) {
      return undefined;
    }
    const signal = AbortSignal.timeout(TIME_LIMIT);
    const directory = this.options.connectDirectory(
      stored.instance,
      speaker,
      signal,
    );
    const search = async () => {
      for await (const page of directory.serviceAccounts(groupId)) {
        const found = page.find(({ username }) => isSame(username, name));
        if (found) {
          return serviceAccountPlace(groupId, found);
        }
      }
      return undefined;
    };
    return unlessRefused(search());
  }

  async #inInventory(
    environment: EnvironmentSettings,
    kind: UserKind,
    name: string,
  ): Promise<Place | undefined> {
    const kinds =
      kind === 'service-account' ? [kind] : ['personal', 'impersonation'];
    const { tokens } = await this.options.inventory.query({
      ...tokenQuerySchema.parse({
        environment: [environment.name],
        kind: kinds,
        owner: [name],
      }),
      today: this.options.now().toISOString().slice(0, 10),
    });
    const token = tokens.find(
      ({ owner }) => owner.type === 'user' && isSame(owner.path, name),
    );
    const ref = token && parseTokenRef(token.ref)?.ref;
    if (!ref || !('userId' in ref)) {
      return undefined;
    }
    const { userId } = ref;
    const home =
      ref.kind === 'service-account'
        ? {
            kind: ref.kind,
            userId,
            groupId: ref.groupId,
            projectId: ref.projectId,
          }
        : { kind: kind as 'personal' | 'impersonation', userId };
    return { home, owner: userOwner(userId, token.owner.path ?? name) };
  }
}

function serviceAccountPlace(groupId: number, user: GitlabUser): Place {
  const home = { kind: 'service-account' as const, userId: user.id, groupId };
  return { home, owner: userOwner(user.id, user.username) };
}

function isInGroup(home: TokenHome, groupId: number): boolean {
  return home.kind === 'service-account' && home.groupId === groupId;
}

function userOwner(id: number, path: string) {
  return { type: 'user' as const, id, path };
}

/** Whoever the facts are of. */
export function speakerOf(
  { broker, token }: StoredCredential,
  { source }: BrokerFacts,
): Secret | null {
  return source === 'broker' ? broker : token;
}
